import { number } from '../../i18n/format.ts';
import { path } from '../../lib/urls.ts';
import { useSay } from '../../ui/words.tsx';

const pages = { texts: 'partners', talks: 'partners', enquiries: 'enquiries' } as const;

/** What waits for somebody on a page of its own: how much, and the way there. */
export function Elsewhere({ kind, count }: { kind: keyof typeof pages; count: number }) {
  const say = useSay();
  if (count === 0) return null;
  return (
    <section class="desk-section" aria-labelledby={`${kind}-title`}>
      <h3 id={`${kind}-title`}>
        {say(`desk.${kind}`)} <span class="desk-count">{number(say.lang, count)}</span>
      </h3>
      <p class="desk-lead">{say(`desk.${kind}.lead`)}</p>
      <p>
        <a class="button quiet" href={path(say.lang, 'desk', pages[kind])}>
          {say(`desk.${kind}.open`)}
        </a>
      </p>
    </section>
  );
}
