import { useSay } from './words.tsx';

/** Grey lines until the data is there; the height stays about the same. */
export function Skeleton({ lines }: { lines: number }) {
  const say = useSay();
  return (
    <div class="skeleton" aria-busy="true">
      <p class="visually-hidden">{say('form.loading')}</p>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} />
      ))}
    </div>
  );
}
