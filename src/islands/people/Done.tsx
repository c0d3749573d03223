import { useEffect, useRef } from 'preact/hooks';
import type { Standing } from '../../lib/api/rows.ts';
import { path } from '../../lib/urls.ts';
import { useSay, type Key } from '../../ui/words.tsx';

interface Props {
  name: string;
  standing: Standing;
  /** What an approved person reads, and where to go from there. */
  approved: { text: Key; link: Key; href: string };
  change: () => void;
}

/** Saved: what happens next, and who does it. */
export function Done({ name, standing, approved, change }: Props) {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    scrollTo(0, 0);
  }, []);
  const waits = standing !== 'approved';
  const prepares = standing === 'preparing';
  const next = prepares
    ? { link: 'people.done.get-ready' as const, href: path(say.lang, 'my', 'ready') }
    : waits
      ? { link: 'people.done.my' as const, href: path(say.lang, 'my') }
      : approved;
  const text = prepares ? 'people.done.preparing.text' : waits ? 'people.done.waiting.text' : approved.text;
  return (
    <section class="sheet done">
      <h2 tabIndex={-1} ref={heading}>
        {waits ? say('people.done.waiting', { name }) : say('people.done.approved')}
      </h2>
      <p>{say(text)}</p>
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
