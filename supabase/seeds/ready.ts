/** People who are let in and get ready, what two expect of each other, and pictures: a few of each. */
import type { Sql } from 'postgres';
import { ownSteps } from '../../src/schemas/onboarding-steps.ts';
import { insertRows, type Row } from './insert-rows.ts';
import { later } from './ledger.ts';
import { makeResident } from './people.ts';
import { dice } from './random.ts';
import { readPlaces } from './read-ground.ts';
import { moveIn, type Settled } from './settle.ts';
import { sure } from './sure.ts';
import { towns } from './towns.ts';

/** Somebody on the way: which steps are done, how long ago it began and when the last one was taken. */
interface OnTheWay {
  programme: string;
  part: 'mentee' | 'mentor';
  done: string[];
  days: number;
  quiet: number;
  notYet?: boolean;
  firstTime?: boolean;
  /** To look at it as this person. */
  address?: string;
}

const all = ownSteps.filter((step) => step !== 'readiness');
const onTheWay: OnTheWay[] = [
  { programme: 'highly-skilled', part: 'mentee', done: ['course'], days: 2, quiet: 1, address: 'ready.mentee@demo.example' },
  { programme: 'highly-skilled', part: 'mentor', done: [], days: 1, quiet: 1, firstTime: true, address: 'ready.mentor@demo.example' },
  { programme: 'highly-skilled', part: 'mentee', done: [...all], days: 6, quiet: 2, notYet: true },
  { programme: 'highly-skilled', part: 'mentor', done: ['course', 'boundaries'], days: 24, quiet: 19, firstTime: true },
  { programme: 'women-network', part: 'mentor', done: ['interview', 'boundaries'], days: 5, quiet: 3, firstTime: true },
  { programme: 'women-network', part: 'mentor', done: [...all.filter((step) => step !== 'course'), 'readiness'], days: 9, quiet: 4 },
  { programme: 'youth', part: 'mentor', done: ['course'], days: 4, quiet: 4, firstTime: true },
  { programme: 'supportive-adult', part: 'mentor', done: ['interview', 'course', 'boundaries'], days: 12, quiet: 6 },
]; // prettier-ignore

/** To sign in as one of them. */
export const readyAddresses = onTheWay.flatMap(({ address }) => address ?? []);

/** Writes them beside the town, and how far those have come who move in just now. */
export async function fillPreparations(sql: Sql, settled: Settled, asOf: Date): Promise<void> {
  const chance = dice(20_261_123);
  const places = await readPlaces(sql);
  const people = onTheWay.map(({ programme, part, address }) => ({
    ...makeResident(chance, sure(towns.find((town) => town.programme === programme)), part, places, asOf.getUTCFullYear()),
    ...(address && { address }),
  })); // prettier-ignore
  await moveIn(sql, people, new Set(people.map(({ id }) => id)), asOf);
  const told = [
    ...onTheWay.map((one, nr) => ({ ...one, person: sure(people[nr]).id })),
    ...arrivals(settled),
  ];
  await insertRows(sql, 'public.preparations', told.map(({ person, part, programme, firstTime = false, notYet, days, quiet }) => ({
    person, part, programme, first_time: firstTime, not_yet_at: notYet ? later(asOf, -quiet) : null,
    begun_at: later(asOf, -days), touched_at: later(asOf, -quiet),
  }))); // prettier-ignore
  await insertRows(sql, 'public.preparation_steps', told.flatMap(({ person, part, programme, done, quiet }) =>
    done.map((step): Row => ({
      person, part, step, done_on: later(asOf, -quiet).toISOString().slice(0, 10),
      ticked_by: step === 'interview' ? sure(settled.desks.get(programme)) : null,
    })))); // prettier-ignore
  await sayExpectations(sql);
  await showPictures(sql);
}

/** Each a little further than the one before, and lately. */
function arrivals({ mentors, mentees, arriving }: Settled): (OnTheWay & { person: string })[] {
  return [...mentors, ...mentees]
    .filter(({ id }) => arriving.has(id))
    .map(({ id, part, town: { programme } }, nr) => ({
      person: id,
      programme,
      part,
      done: all.slice(0, nr % 4),
      days: 2 + (nr % 9),
      quiet: 1 + (nr % 9),
      firstTime: part === 'mentor' && nr % 3 > 0,
    }));
}

/** Most of those who plan an hour or go on together have said what they expect. */
async function sayExpectations(sql: Sql): Promise<void> {
  await sql`insert into public.expectations (person, part, chosen)
    select p.person, p.part, case p.nr % 3 when 0 then '{regular,honest,private}'::text[]
      when 1 then '{mentee-leads,regular,say-so}' else '{prepare,honest,network}' end
    from (select person, part, row_number() over (order by person, part) as nr from (
        select t.mentee as person, 'mentee' as part from public.trials t where t.standing or t.status = 'matched'
        union select t.mentor, 'mentor' from public.trials t where t.standing or t.status = 'matched') x) p
    where p.nr % 7 <> 0
    on conflict do nothing`;
}

/** Half of the mentors and a third of the mentees show a shape in place of their letter. */
async function showPictures(sql: Sql): Promise<void> {
  await sql`insert into public.pictures (person, shape)
    select person, 1 + nr % 12 from (
      select person, row_number() over (order by person) as nr, 2 as each from public.mentors
      union all select person, row_number() over (order by person), 3 from public.mentees) p
    where nr % each = 0 on conflict do nothing`;
}
