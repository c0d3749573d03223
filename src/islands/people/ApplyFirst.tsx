import { path } from '../../lib/urls.ts';
import { useSay } from '../../ui/words.tsx';

/** No place, so nothing to change yet: the way in is to apply. */
export function ApplyFirst({ part }: { part: 'mentee' | 'mentor' }) {
  const say = useSay();
  return (
    <section class="sheet">
      <h2>{say('people.apply-first')}</h2>
      <p>{say('people.apply-first.text')}</p>
      <p class="buttons">
        <a class="button" href={path(say.lang, 'apply', part)}>
          {say(`people.apply-first.${part}`)}
        </a>
      </p>
    </section>
  );
}
