/** The people of the tests, each with a fixed id, and how to add more of them with the operator's hand. */
import type { Sql } from 'postgres';
import { cast } from '../seeds/cast.ts';

/** The eight whom every test knows, here in the tests' own programmes, and a few more of this folder. */
export const id = {
  /** Has signed in and plays no part. */
  signe: cast.outsider.id,
  /** A mentee in the north. */
  amina: cast.mentee.id,
  /** A mentee in the south, in another field. */
  dawit: cast.mentee2.id,
  /** A mentor in the north, in Amina's field. */
  kari: cast.mentor.id,
  /** A mentor in the south, in Dawit's field. */
  jonas: cast.mentor2.id,
  /** Coordinator of `free`. */
  ingrid: cast.coordinator.id,
  /** Coordinator of `free` in the south only. */
  torstein: cast.coordinatorRogaland.id,
  /** Coordinator of `careful`. */
  birthe: cast.coordinatorWomen.id,
  /** A mentee in `careful`, and her mentor there, who has one place. */
  nils: '00000000-0000-4000-8000-000000000101',
  mette: '00000000-0000-4000-8000-000000000102',
  /** A mentee in `careful`, and a mentor there with whom it is over. */
  sol: '00000000-0000-4000-8000-000000000103',
  tove: '00000000-0000-4000-8000-000000000104',
  /** A mentor in `careful` who has paused. */
  pia: '00000000-0000-4000-8000-000000000107',
  /** A mentor in the north who will pause next year. */
  lin: '00000000-0000-4000-8000-000000000108',
  /** A mentor and a mentee in the north who wait for Ingrid. */
  wanda: '00000000-0000-4000-8000-000000000105',
  walid: '00000000-0000-4000-8000-000000000106',
  /** Has signed in and applies; she has no name here until she has sent. */
  alma: '00000000-0000-4000-8000-000000000109',
} as const;
export type Name = keyof typeof id;

/** Who a row or an answer belongs to, for messages one can read. */
export const nameOf = (uuid: string): string =>
  Object.entries(id).find(([, known]) => known === uuid)?.[0] ?? uuid;

export interface MentorRow {
  programme: string;
  standing: string;
  field: string;
  specialism: string | null;
  languages: { language: string; level: string }[];
  offers: string[];
  interests: string[];
  formats: string[];
  place: string;
  hours: number;
  capacity: number;
  migrated: boolean | null;
  about: string;
  shown_name: string;
  gender: string;
}

export interface MenteeRow extends Omit<MentorRow, 'offers' | 'capacity' | 'migrated'> {
  goals: string[];
  prefers: string;
  prefers_gender: string;
  prefers_tongue: string;
}

const both = {
  programme: 'free',
  standing: 'approved',
  field: '2512',
  specialism: null,
  languages: [
    { language: 'en', level: 'C1' },
    { language: 'no', level: 'B1' },
  ],
  interests: [] as string[],
  formats: ['in-person', 'online'],
  place: 'zz-north-bay',
  hours: 4,
  about: 'Somebody who was made up for a test.',
  gender: 'undisclosed',
};

/** Somebody who has signed in; with a name, also a person. */
export async function addPerson(sql: Sql, person: string, name?: string, gender = 'undisclosed') {
  await sql`insert into auth.users (id, email, email_confirmed_at)
    values (${person}, ${`${person}@example.org`}, now())`;
  if (!name) return;
  await sql`insert into public.people (id, shown_name, locale) values (${person}, ${name}, 'en')`;
  await sql`insert into public.people_private (person, gender) values (${person}, ${gender})`;
}

/** A mentor like Kari but for what is named. */
export async function addMentor(sql: Sql, person: string, different: Partial<MentorRow> = {}) {
  const m: MentorRow = {
    ...both,
    offers: ['job-search', 'network', 'cv'],
    capacity: 2,
    migrated: null,
    shown_name: nameOf(person).slice(0, 40),
    ...different,
  };
  await addPerson(sql, person, m.shown_name, m.gender);
  await sql`insert into public.mentors (person, programme, standing, field, specialism, languages, offers, interests, formats,
      place, region, hours, capacity, migrated, about, approved_at)
    values (${person}, ${m.programme}, ${m.standing}, ${m.field}, ${m.specialism}, ${sql.json(m.languages)}, ${m.offers},
      ${m.interests}, ${m.formats}, ${m.place}, private.region_of(${m.place}), ${m.hours}, ${m.capacity}, ${m.migrated}, ${m.about},
      case when ${m.standing} = 'approved' then now() end)`;
}

/** A mentee like Amina but for what is named. */
export async function addMentee(sql: Sql, person: string, different: Partial<MenteeRow> = {}) {
  const m: MenteeRow = {
    ...both,
    goals: ['job-search', 'network'],
    prefers: 'any',
    prefers_gender: 'any',
    prefers_tongue: 'any',
    shown_name: nameOf(person).slice(0, 40),
    ...different,
  };
  await addPerson(sql, person, m.shown_name, m.gender);
  await sql`insert into public.mentees (person, programme, standing, field, specialism, languages, goals, interests, formats,
      place, region, hours, prefers, prefers_gender, prefers_tongue, about, approved_at)
    values (${person}, ${m.programme}, ${m.standing}, ${m.field}, ${m.specialism}, ${sql.json(m.languages)}, ${m.goals},
      ${m.interests}, ${m.formats}, ${m.place}, private.region_of(${m.place}), ${m.hours}, ${m.prefers}, ${m.prefers_gender}, ${m.prefers_tongue},
      ${m.about},
      case when ${m.standing} = 'approved' then now() end)`;
}

export async function addCoordinator(
  sql: Sql,
  person: string,
  programme: string,
  region: string | null = null,
) {
  await addPerson(sql, person, nameOf(person));
  await sql`insert into public.coordinators (person, programme, region) values (${person}, ${programme}, ${region})`;
}
