import { useEffect, useRef, useState } from 'preact/hooks';
import { answerNeed } from '../../features/needs/api.ts';
import type { OpenNeed } from '../../features/needs/model.ts';
import { isSignedIn } from '../../features/session/store.ts';
import { path } from '../../lib/urls.ts';
import { useVerb, VerbButton } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';
import { applyHref } from '../apply/words.ts';
import { factsOf } from './facts.ts';
import { useNeedNames } from './names.tsx';
import { Share } from './Share.tsx';

/** One call: what it tells, and the way to answer it. What is not open any more has been answered. */
export function OneNeed({ need }: { need: OpenNeed | null }) {
  const say = useSay();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const all = (
    <a href={path(say.lang, 'needs')} onClick={showAll}>
      {say('need.all')}
    </a>
  );
  if (!need)
    return (
      <section class="state">
        <h2 tabIndex={-1} ref={title}>
          {say('need.filled')}
        </h2>
        <p>{say('need.filled.text')}</p>
        <p>{all}</p>
      </section>
    );
  return (
    <article class="card need">
      <Told need={need} title={title} />
      <p class="links">{all}</p>
    </article>
  );
}

function Told({ need, title }: { need: OpenNeed; title: preact.RefObject<HTMLHeadingElement> }) {
  const say = useSay();
  const verb = useVerb();
  const [sharing, setSharing] = useState(false);
  const { names, shared, field, programme } = useNeedNames();
  const { code, country } = need;
  async function answer() {
    if (!isSignedIn())
      return location.assign(`${path(say.lang, 'sign-in')}?next=${path(say.lang, 'needs')}#${code}`);
    await answerNeed(code, say.lang);
    location.assign(applyHref(say.lang, 'mentor', need.programme));
  }
  return (
    <>
      <p class="need-programme">{programme(need.programme)}</p>
      <h2 tabIndex={-1} ref={title}>
        {say('need.who', { field: field(need.field) })}
      </h2>
      <ul class="reasons plain">
        {factsOf(say.lang, shared[say.lang], names, need, country).map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <p>{say('need.answer.hint')}</p>
      {!isSignedIn() && <p class="soft">{say('need.answer.sign-in')}</p>}
      <p class="buttons">
        <VerbButton label="need.answer" state={verb} press={() => void verb.run(answer)} />
        <button type="button" class="button quiet" onClick={() => setSharing(true)}>
          {say('need.share')}
        </button>
      </p>
      {sharing && <Share need={need} close={() => setSharing(false)} />}
    </>
  );
}

/** All of them again, without a `#` left behind. */
function showAll(event: Event) {
  event.preventDefault();
  history.pushState(null, '', location.pathname);
  dispatchEvent(new HashChangeEvent('hashchange'));
}
