import { useSay, type Key } from '../../ui/words.tsx';

/** The page was opened without the secret of a link. */
export function NoLink({ title, text }: { title: Key; text: Key }) {
  const say = useSay();
  return (
    <section class="state">
      <h2>{say(title)}</h2>
      <p>{say(text)}</p>
    </section>
  );
}
