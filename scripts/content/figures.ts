import { repairs } from '../../src/lib/adds-up.ts';
import type { Entry } from '../../src/lib/content/entry.ts';
import { figure } from '../../src/schemas/figure.ts';
import type { Content } from './content.ts';
import { atKey, type Problem } from './problem.ts';

/** Figures whose numbers contradict each other without saying so: nothing is built with one. */
export function figures({ entries }: Content): Problem[] {
  return entries.filter(({ collection }) => collection === 'figures').flatMap(contradicting);
}

/** A sentence names the row it is about, so that its line can be found: `“Women”: 3 of 9 is 33 per cent, not 30: …`. */
function contradicting(entry: Entry): Problem[] {
  const { data } = figure.safeParse(entry.data);
  if (!data) return [];
  return repairs(data).map((sentence) => {
    const [, label] = /^“([^”]+)”/.exec(sentence) ?? [];
    const row = data.rows.findIndex((one) => one.label.en === label);
    const [what = '', repair = 'correct the number'] = sentence.split(/: (?=correct|remove|write)/);
    return { ...atKey(entry, row < 0 ? ['rows'] : ['rows', row], what, repair), stops: true };
  });
}
