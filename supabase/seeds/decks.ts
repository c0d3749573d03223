/** How many of each fate a programme's mentees have. */
import { sure } from './sure.ts';

/** Where mentees ask by themselves: something of everything, as on an ordinary day. */
const self: Record<string, number> = {
  fresh: 8, nudged: 5, asked: 3, replied: 1, proposed: 3, withdrawn: 2, expired: 3, 'not-us': 2, stopped: 1, ended: 4,
  'match-stopped': 1, 'declined-no-time': 1, 'declined-wrong-field': 1, 'declined-too-far': 1, 'declined-language': 1,
  'declined-know-each-other': 1, 'declined-other': 1, 'planning-new': 1, 'planning-suggested': 1, 'planning-late': 1, 'planning-call': 1,
  'agreed-soon': 2, 'agreed-past': 2, 'agreed-reminded': 1, 'undecided-met': 1, 'undecided-no-date': 1,
  'match-new': 4, 'match-midway': 6, 'match-over': 2, looking: 4, overdue: 4,
}; // prettier-ignore

/** The small programmes share one row of fates, each beginning where the one before it stopped. */
const row =
  'match-new proposed fresh match-midway planning-new looking agreed-soon match-awaiting overdue asked agreed-past ' +
  'ended undecided-met match-over match-midway not-us nudged expired planning-suggested stopped match-new';

/** Fates for so many mentees. `offset` is how many mentees of small programmes have theirs already. */
export function deck(programme: string, approval: string, size: number, offset: number): string[] {
  if (programme === 'highly-skilled') {
    return Object.entries(self).flatMap(([fate, count]) => Array<string>(count).fill(fate));
  }
  const fates = row.split(' ');
  const dealt = Array.from({ length: size }, (_, nr) => sure(fates[(offset + nr) % fates.length]));
  // A trial that waits for the coordinator is rare: no programme asks for it now, and one once did.
  if (programme === 'women-network') dealt[0] = 'awaiting';
  return dealt.map((fate) => (fate === 'match-awaiting' && approval !== 'before-match' ? 'match-new' : fate));
}
