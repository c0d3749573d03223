import type { ComponentChildren } from 'preact';
import { useSay, type Key } from '../../ui/words.tsx';

/** One stone of a long form. */
export function Step({ title, children }: { title: Key; children: ComponentChildren }) {
  const say = useSay();
  return (
    <section class="sheet step">
      <h2>{say(title)}</h2>
      {children}
    </section>
  );
}
