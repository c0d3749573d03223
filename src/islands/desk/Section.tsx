import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Few } from '../../features/desk/model.ts';
import { number } from '../../i18n/format.ts';
import { useSay } from '../../ui/words.tsx';

const shownAtFirst = 5;

export type Kind = 'preparing' | 'calls' | 'trials' | 'coming' | 'matches' | 'requests' | 'waiting' | 'mails';

interface Props<T> {
  kind: Kind;
  few: Few<T>;
  row: (item: T) => ComponentChildren;
}

/** One kind of thing that needs somebody: what it means, how many, the first five, and the rest one press away. */
export function Section<T>({ kind, few, row }: Props<T>) {
  const say = useSay();
  const [all, setAll] = useState(false);
  const rows = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    if (all) rows.current?.querySelectorAll('h4')[shownAtFirst]?.focus();
  }, [all]);
  if (few.count === 0) return null;
  const folded = !all && few.items.length > shownAtFirst;
  return (
    <section class="desk-section" id={kind} aria-labelledby={`${kind}-title`}>
      <h3 id={`${kind}-title`}>
        {say(`desk.${kind}`)} <span class="desk-count">{number(say.lang, few.count)}</span>
      </h3>
      <p class="desk-lead">{say(`desk.${kind}.lead`)}</p>
      <ul ref={rows} class={folded ? 'desk-rows plain folded' : 'desk-rows plain'}>
        {few.items.map(row)}
      </ul>
      {folded && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {say('desk.show-all', { count: few.items.length })}
          <span class="visually-hidden"> {say(`desk.${kind}`)}</span>
        </button>
      )}
      {few.count > few.items.length && (
        <p class="desk-lead">{say('desk.first-fifty', { shown: few.items.length, count: few.count })}</p>
      )}
    </section>
  );
}
