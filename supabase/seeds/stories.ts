/** Tells a story about every mentee: first those that hold a mentor's place, then those that leave it free. */
import { cast } from './cast.ts';
import { tellCast } from './cast-stories.ts';
import { deck } from './decks.ts';
import { free, holding } from './fates.ts';
import { later, type Ledger } from './ledger.ts';
import type { Resident } from './people.ts';
import type { Dice } from './random.ts';
import { expire, nudge } from './request-steps.ts';
import { ago, begin, days, nextPair, type Scene } from './scene.ts';
import type { Settled } from './settle.ts';
import { towns } from './towns.ts';
import { sure } from './sure.ts';

/** When each person was approved, and who has left since. */
export interface Past {
  approved: Map<string, Date>;
  left: Set<string>;
}

/** Deals the fates and writes the ledger. Amina has asked nobody: journeys begin with her. */
export function tellStories(ledger: Ledger, dice: Dice, settled: Settled, asOf: Date): Past {
  const past: Past = { approved: new Map(), left: new Set() };
  const places = new Map(
    settled.mentors.map(({ id, row }) => [id, settled.arriving.has(id) ? 0 : (row.capacity ?? 1)]),
  );
  const byId = new Map(settled.mentors.map((mentor) => [mentor.id, mentor]));
  const scene = (mentee: Resident): Scene => ({
    ledger,
    dice,
    asOf,
    mentee,
    rules: sure(settled.rules.get(mentee.town.programme)),
    desk: sure(settled.desks.get(mentee.town.programme)),
    candidates: (settled.fit.get(mentee.id) ?? []).map((id) => sure(byId.get(id))),
    free: places,
  });
  const told = new Set<string>([cast.mentee.id, ...settled.arriving]);
  tellCast(settled, scene, told);
  const dealt = deal(settled, told, dice);
  for (const fates of [holding, free]) {
    for (const [mentee, fate] of dealt) {
      const story = fates[fate];
      if (!story) continue;
      const s = scene(mentee);
      const pair = nextPair(s, fates === holding);
      if (pair) story(s, pair);
      // Most who have come to the end have said goodbye.
      if (fate === 'ended' && dice.chance(0.8)) past.left.add(mentee.id);
    }
  }
  for (const [mentee, fate] of dealt)
    if (fate === 'overdue') past.approved.set(mentee.id, waitLong(scene(mentee)));
  dateApprovals(ledger, dice, settled, past, asOf);
  return past;
}

function deal(settled: Settled, told: Set<string>, dice: Dice): [Resident, string][] {
  let offset = 0;
  return towns.flatMap(({ programme }) => {
    const mentees = settled.mentees.filter(
      (mentee) => mentee.town.programme === programme && !told.has(mentee.id),
    );
    const fates = deck(programme, sure(settled.rules.get(programme)).approval, mentees.length, offset);
    if (programme !== 'highly-skilled') offset += mentees.length;
    const mixed = dice.some(fates, fates.length);
    return mentees.map((mentee, nr): [Resident, string] => [mentee, mixed[nr] ?? 'looking']);
  });
}

/** Approved longer ago than the programme promises, with one request that nobody answered. */
function waitLong(s: Scene): Date {
  const approved = ago(s, s.rules.promise_days + days(s, 3, 30));
  const pair = s.rules.self ? nextPair(s) : null;
  if (pair) {
    const request = begin(s, pair, later(approved, days(s, 4, 20)));
    nudge(s.ledger, pair, request);
    expire(s.ledger, pair, request);
  }
  return approved;
}

/** Whoever has a story was approved before it began; the others lately. */
function dateApprovals(
  ledger: Ledger,
  dice: Dice,
  { mentors, mentees, arriving }: Settled,
  past: Past,
  asOf: Date,
) {
  const first = new Map<string, number>();
  for (const { at, mentee, mentor } of ledger.events) {
    for (const id of [mentee ?? '', mentor ?? ''])
      first.set(id, Math.min(first.get(id) ?? Infinity, at.getTime()));
  }
  for (const { id, part } of [...mentors, ...mentees]) {
    if (arriving.has(id) || past.approved.has(id)) continue;
    const began = first.get(id);
    const lead = part === 'mentor' ? dice.int(5, 120) : 1 + dice.roll() * 5;
    past.approved.set(id, later(began === undefined ? asOf : new Date(began), -lead));
  }
}
