import { useEffect, useRef } from 'preact/hooks';
import type { Standing } from '../../lib/api/rows.ts';
import { path } from '../../lib/urls.ts';
import { useSay, type Key } from '../../ui/words.tsx';

interface Props {
  standing: Standing;
  /** What an approved person reads, and where to go from there. */
  approved: { text: Key; link: Key; href: string };
  change: () => void;
}

/** Saved: what comes next. */
export function Done({ standing, approved, change }: Props) {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    scrollTo(0, 0);
  }, []);
  const next =
    standing === 'preparing'
      ? {
          text: 'people.done.preparing.text' as const,
          link: 'people.done.get-ready' as const,
          href: path(say.lang, 'my', 'ready'),
        }
      : approved;
  return (
    <section class="sheet done">
      <h2 tabIndex={-1} ref={heading}>
        {say('people.done')}
      </h2>
      <p>{say(next.text)}</p>
      <p class="buttons">
        <a class="button" href={next.href}>
          {say(next.link)}
        </a>
        <a class="button quiet" href={path(say.lang, 'my', 'settings')}>
          {say('people.done.contact')}
        </a>
      </p>
      <button type="button" class="link" onClick={change}>
        {say('people.done.change')}
      </button>
    </section>
  );
}
