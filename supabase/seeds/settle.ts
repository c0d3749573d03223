/** People move in: accounts, names, profiles. Nothing has happened between them yet. */
import type { Sql } from 'postgres';
import { insertAccounts } from './accounts.ts';
import { cast } from './cast.ts';
import { castMentees, castMentors } from './cast-profiles.ts';
import { insertRows } from './insert-rows.ts';
import { later, type Rules } from './ledger.ts';
import { makeResident, type Places, type Resident } from './people.ts';
import type { Dice } from './random.ts';
import { readFit, readPlaces, readRules } from './read-ground.ts';
import { towns } from './towns.ts';
import { here } from './words.ts';
import { sure } from './sure.ts';

export interface Settled {
  mentors: Resident[];
  mentees: Resident[];
  /** People who are let in and get ready. */
  arriving: Set<string>;
  rules: Map<string, Rules>;
  /** The coordinator of each programme. */
  desks: Map<string, string>;
  /** Mentors by mentee, best fit first. */
  fit: Map<string, string[]>;
}

/** Moves everybody in and asks the database who fits whom. */
export async function settle(sql: Sql, dice: Dice, asOf: Date): Promise<Settled> {
  const places = await readPlaces(sql);
  const newcomers = towns.flatMap((town) => [
    ...Array.from({ length: town.mentors }, () =>
      makeResident(dice, town, 'mentor', places, asOf.getUTCFullYear()),
    ),
    ...Array.from({ length: town.mentees }, () =>
      makeResident(dice, town, 'mentee', places, asOf.getUTCFullYear()),
    ),
  ]);
  const arriving = new Set(newcomers.filter((_, nr) => nr % 12 === 5).map(({ id }) => id));
  await moveIn(sql, newcomers, arriving, asOf);
  const desks = await openDesks(sql, dice, asOf);
  const known = castResidents(places);
  const everybody = [...known, ...newcomers];
  return {
    mentors: everybody.filter(({ part }) => part === 'mentor'),
    mentees: everybody.filter(({ part }) => part === 'mentee'),
    arriving,
    rules: await readRules(sql),
    desks,
    fit: await readFit(sql),
  };
}

/** Inserts people with their places; a mentor's or mentee's dates are set when her story is known. */
export async function moveIn(sql: Sql, people: Resident[], arriving: Set<string>, asOf: Date): Promise<void> {
  const joined = later(asOf, -30);
  await insertAccounts(sql, people, joined);
  const named = people.map(({ id, name, locale }) => ({ id, shown_name: name, locale, created_at: joined }));
  await insertRows(sql, 'public.people', named);
  const hidden = people.map(({ id, gender, contact }) => ({ person: id, gender, contact }));
  await insertRows(sql, 'public.people_private', hidden);
  const rows = (part: string) =>
    people
      .filter((person) => person.part === part)
      .map(({ id, row }) => ({
        ...row,
        standing: arriving.has(id) ? 'preparing' : 'approved',
        saved_at: joined,
        approved_at: arriving.has(id) ? null : joined,
        ...(part === 'mentor' ? { taken: 0 } : { asking: 0 }),
      }));
  await insertRows(sql, 'public.mentors', rows('mentor'));
  await insertRows(sql, 'public.mentees', rows('mentee'));
}

/** The cast's own coordinators, and one more for each programme without. */
async function openDesks(sql: Sql, dice: Dice, asOf: Date): Promise<Map<string, string>> {
  const desks = new Map<string, string>([
    ['highly-skilled', cast.coordinator.id],
    ['women-network', cast.coordinatorWomen.id],
  ]);
  const newcomers = towns
    .filter(({ programme }) => !desks.has(programme))
    .map(({ programme, home, locale }) => {
      const name = dice.pick(sure(here[home]).women);
      return { id: dice.uuid(), name, locale, programme, address: `coordinator.${programme}@demo.example` };
    });
  const joined = later(asOf, -600);
  await insertAccounts(sql, newcomers, joined);
  const named = newcomers.map(({ id, name, locale }) => ({
    id,
    shown_name: name,
    locale,
    created_at: joined,
  }));
  await insertRows(sql, 'public.people', named);
  await insertRows(
    sql,
    'public.people_private',
    newcomers.map(({ id }) => ({ person: id, gender: 'woman', contact: 'mail' })),
  );
  for (const { id, programme } of newcomers) {
    await sql`insert into public.coordinators (person, programme) values (${id}, ${programme})`;
    desks.set(programme, id);
  }
  return desks;
}

/** The cast as people of their town, so that stories can be told about them. */
function castResidents(places: Places): Resident[] {
  const town = sure(towns[0]);
  const { mentor, mentor2, mentee, mentee2 } = cast;
  const rows = [...castMentors(mentor.id, mentor2.id), ...castMentees(mentee.id, mentee2.id)];
  return [mentor, mentor2, mentee, mentee2].map((person, nr) => {
    const row = sure(rows[nr]);
    const place = sure(places.get(row.place)).label;
    const self = {
      locale: person.locale,
      code: row.field,
      domain: 0,
      city: 'Asmara',
      place,
      years: 6,
      age: 34,
    };
    return {
      ...person,
      contact: 'mail',
      part: nr < 2 ? 'mentor' : 'mentee',
      town,
      self: { ...self, year: 2020, moved: 2022, migrated: nr > 0 },
      row,
    };
  });
}
