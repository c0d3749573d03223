import { useEffect, useRef } from 'preact/hooks';
import type { PageProgramme } from '../../features/onboarding/about.ts';
import { ownStepsOf } from '../../features/onboarding/model.ts';
import type { Preparation } from '../../features/onboarding/rows.ts';
import { path } from '../../lib/urls.ts';
import { useSay } from '../../ui/words.tsx';

/** All my steps are done: the place is open, or a coordinator does the rest. */
export function End({ preparation, programme }: { preparation: Preparation; programme: PageProgramme }) {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { part, standing } = preparation;
  const finds = part === 'mentee' && programme.self;
  const open = standing === 'approved';
  const again = ownStepsOf(preparation).filter((step) => step === 'picture' || step === 'expectations');
  return (
    <section class="sheet">
      <h2 tabIndex={-1} ref={heading}>
        {say(open ? 'ready.end.ready' : 'ready.end.waits')}
      </h2>
      <p>
        {say(
          open ? (finds ? 'ready.end.ready.mentee-self' : `ready.end.ready.${part}`) : 'ready.end.waits.text',
        )}
      </p>
      <p class="buttons">
        {open && finds && (
          <a class="button" href={path(say.lang, 'mentors')}>
            {say('ready.end.find')}
          </a>
        )}
        <a class={open && finds ? 'button quiet' : 'button'} href={path(say.lang, 'my')}>
          {say('ready.end.my')}
        </a>
      </p>
      {again.length > 0 && (
        <>
          <p>{say('ready.end.change')}</p>
          <ul>
            {again.map((step) => (
              <li key={step}>
                <a href={`#${step}`}>{say(`ready.step.${step}`)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
