/** Dates, pauses, farewells and favourites: what people are like once their stories are known. */
import type { Sql } from 'postgres';
import { cast } from './cast.ts';
import { insertRows } from './insert-rows.ts';
import { later, type Ledger } from './ledger.ts';
import type { Dice } from './random.ts';
import type { Settled } from './settle.ts';
import type { Past } from './stories.ts';
import { sure } from './sure.ts';

export async function writePeople(
  sql: Sql,
  dice: Dice,
  ledger: Ledger,
  settled: Settled,
  past: Past,
  asOf: Date,
): Promise<void> {
  const busy = new Set([...ledger.requests, ...ledger.trials].flatMap(({ mentor }) => [mentor as string]));
  const idle = settled.mentors.filter(
    ({ id }) => !busy.has(id) && !settled.arriving.has(id) && id !== cast.mentor.id,
  );
  const resting = dice.some(idle, 14);
  const pauses = resting.slice(0, 11).map(({ id }, nr) => ({ person: id, ...pause(asOf, nr, dice) }));
  const left = [...past.left, ...resting.slice(11).map(({ id }) => id)];
  const dates = [...settled.mentors, ...settled.mentees].map(({ id, part }) => {
    const approved = past.approved.get(id);
    const saved = later(approved ?? asOf, -(approved ? 0.3 + dice.roll() * 2 : 0.4 + dice.roll() * 9));
    return { person: id, part, saved, approved };
  });
  await sql`with d as (
      select * from jsonb_to_recordset(${sql.json(dates as never)}) as d (person uuid, saved timestamptz, approved timestamptz)
    ), people as (
      update public.people p set created_at = d.saved from d where p.id = d.person
    )
    update public.mentees m set saved_at = d.saved, approved_at = d.approved,
      standing = case when m.person = any (${left}::uuid[]) then 'left' else m.standing end
    from d where d.person = m.person`;
  await sql`update public.mentors m set saved_at = d.saved, approved_at = d.approved,
      paused_from = p.paused_from, paused_until = p.paused_until,
      standing = case when m.person = any (${left}::uuid[]) then 'left' else m.standing end
    from jsonb_to_recordset(${sql.json(dates as never)}) as d (person uuid, saved timestamptz, approved timestamptz)
      left join jsonb_to_recordset(${sql.json(pauses)}) as p (person uuid, paused_from date, paused_until date)
        on p.person = d.person
    where d.person = m.person`;
  await insertRows(sql, 'public.marks', marks(dice, ledger, settled, asOf));
}

/** Most are away now; some will be, and some have not said until when. */
function pause(asOf: Date, nr: number, dice: Dice) {
  const day = (days: number) => later(asOf, days).toISOString().slice(0, 10);
  if (nr < 7) return { paused_from: day(-dice.int(1, 20)), paused_until: day(dice.int(3, 40)) };
  return nr < 9
    ? { paused_from: day(dice.int(5, 20)), paused_until: day(dice.int(21, 60)) }
    : { paused_from: day(-dice.int(5, 30)), paused_until: null };
}

/** Mentees who look around keep favourites and hide some. Amina begins with an empty shelf. */
function marks(dice: Dice, ledger: Ledger, { mentees, arriving, fit, rules }: Settled, asOf: Date) {
  const lookers = mentees.filter(
    ({ id, town }) =>
      id !== cast.mentee.id && !arriving.has(id) && sure(rules.get(town.programme)).self && dice.chance(0.5),
  );
  return lookers.flatMap(({ id }) => {
    const asked = ledger.requests.filter(({ mentee }) => mentee === id).map(({ mentor }) => mentor);
    const others = (fit.get(id) ?? []).filter((mentor) => !asked.includes(mentor));
    return dice.some(others, dice.int(1, 4)).map((other) => ({
      person: id,
      other,
      mark: dice.pick(['favourite', 'favourite', 'favourite', 'hidden']),
      marked_at: later(asOf, -dice.roll() * 10),
    }));
  });
}
