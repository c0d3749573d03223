import { useSay } from '../../ui/words.tsx';

/** Of the whole programme: a desk of one region reads it and leaves it to its own desk. */
export function Whole() {
  const say = useSay();
  return <span class="desk-aside">{say('desk-needs.whole')}</span>;
}
