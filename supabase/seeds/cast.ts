/**
 * The cast: a few made-up people whom every test, journey and screenshot knows. The same ids in every database, so
 * that an id in a log or a test says who it is.
 */
import type { Sql } from 'postgres';
import { insertAccounts } from './accounts.ts';
import { castMentees, castMentors } from './cast-profiles.ts';
import { insertRows } from './insert-rows.ts';

const id = (nr: number) => `00000000-0000-4000-8000-00000000000${nr}`;

/** Who they are. A visitor is nobody, so she needs no entry. */
export const cast = {
  /** Amina, civil engineer in Oslo, approved, has asked nobody yet. */
  mentee: { id: id(1), address: 'mentee@demo.example', name: 'Amina', locale: 'en', gender: 'woman' },
  /** Kari, civil engineer in Oslo with two free places. */
  mentor: { id: id(2), address: 'mentor@demo.example', name: 'Kari', locale: 'nb', gender: 'woman' },
  /** Dawit, mechanical engineer in Stavanger. */
  mentee2: { id: id(3), address: 'mentee2@demo.example', name: 'Dawit', locale: 'nb', gender: 'man' },
  /** Jonas, mechanical engineer in Sandnes, also online. */
  mentor2: { id: id(4), address: 'mentor2@demo.example', name: 'Jonas', locale: 'nb', gender: 'man' },
  /** Signed in once, has no part in anything and no profile. */
  outsider: {
    id: id(5),
    address: 'outsider@demo.example',
    name: 'Signe',
    locale: 'nb',
    gender: 'undisclosed',
  },
  /** Ingrid, highly-skilled, all regions. */
  coordinator: {
    id: id(6),
    address: 'coordinator@demo.example',
    name: 'Ingrid',
    locale: 'nb',
    gender: 'woman',
  },
  /** Torstein, highly-skilled, Rogaland only. */
  coordinatorRogaland: {
    id: id(7),
    address: 'coordinator.rogaland@demo.example',
    name: 'Torstein',
    locale: 'nb',
    gender: 'man',
  },
  /** Birthe, women-network. */
  coordinatorWomen: {
    id: id(8),
    address: 'coordinator.women@demo.example',
    name: 'Birthe',
    locale: 'da',
    gender: 'woman',
  },
} as const;

const desks = [
  { person: cast.coordinator.id, programme: 'highly-skilled', region: null },
  { person: cast.coordinatorRogaland.id, programme: 'highly-skilled', region: 'no-11' },
  { person: cast.coordinatorWomen.id, programme: 'women-network', region: null },
];

/**
 * Inserts the cast. `sql` is the operator's connection; programmes, fields and places are synced already. All are
 * approved and nothing has happened between them yet.
 */
export async function fillCast(sql: Sql, asOf = new Date()): Promise<void> {
  const joined = new Date(asOf.getTime() - 20 * 86_400_000);
  const everybody = Object.values(cast);
  await insertAccounts(sql, everybody, joined);
  const known = everybody.filter((someone) => someone !== cast.outsider);
  await insertRows(
    sql,
    'public.people',
    known.map(({ id, name, locale }) => ({ id, shown_name: name, locale, created_at: joined })),
  );
  await insertRows(
    sql,
    'public.people_private',
    known.map(({ id, gender }) => ({ person: id, gender, contact: 'mail' })),
  );
  await sql`insert into public.coordinators (person, programme, region)
    select person, programme, region from jsonb_populate_recordset(null::public.coordinators, ${sql.json(desks)})`;
  const approved = {
    standing: 'approved',
    saved_at: joined,
    approved_at: new Date(joined.getTime() + 86_400_000),
  };
  await insertRows(
    sql,
    'public.mentors',
    castMentors(cast.mentor.id, cast.mentor2.id).map((profile) => ({ ...profile, ...approved, taken: 0 })),
  );
  await insertRows(
    sql,
    'public.mentees',
    castMentees(cast.mentee.id, cast.mentee2.id).map((profile) => ({ ...profile, ...approved, asking: 0 })),
  );
}
