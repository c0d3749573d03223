/** All rows or none become people with a place; nothing twice, no mail by itself, one welcome each. */
import { expect, test } from 'vitest';
import { asPerson, refusalOf } from '../../tests/database.ts';
import { act, actAndTrace, refused } from './affair.ts';
import { id } from './cast.ts';
import { addressed, ground, imported, row, run, staged, type Ran } from './imports.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const count = async (table: string) =>
  (await db.sql.unsafe(`select count(*)::int as n from ${table}`))[0]!.n as number;

test('a mentor comes with all that was written, is found at once, and hears nothing', async () => {
  const begun = await staged(db.sql, [
    row(2, {
      email: 'Zoe@Example.org', shown_name: ' Zoë ', surname: 'Berg', phone: '+47 900 00 000', gender: 'woman', locale: 'sv',
      specialism: 'Databases', capacity: 3, migrated: true, since: '2024-02-29',
    }),
    row(3),
  ]); // prettier-ignore
  const { events, mails } = await actAndTrace(db.sql, id.ingrid, run(begun));
  expect({ events, mails }).toEqual({ events: ['run_import by ingrid'], mails: [] });
  const zoe = await addressed(db.sql, 'zoe@example.org');
  const [mentor] = await db.sql`select m.*, p.shown_name, p.locale, x.surname, x.phone, x.gender
    from public.mentors m join public.people p on p.id = m.person join public.people_private x on x.person = p.id
    where m.person = ${zoe!}`;
  expect(mentor).toMatchObject({
    shown_name: 'Zoë', locale: 'sv', surname: 'Berg', phone: '+47 900 00 000', gender: 'woman', programme: 'free',
    standing: 'approved', field: '2512', specialism: 'Databases', offers: ['cv', 'network'], formats: ['in-person'],
    place: 'zz-north-bay', region: 'zz-north', hours: 4, capacity: 3, migrated: true,
  }); // prettier-ignore
  expect(mentor!.approved_at.toISOString().slice(0, 7)).toBe('2024-02');
  const [user] = await db.sql`select email_confirmed_at from auth.users where id = ${zoe!}`;
  expect(user!.email_confirmed_at).toBeNull();
  const found = await act<{ mentors: { person: string }[] }>(db.sql, id.amina, 'find_mentors()');
  expect(found.mentors.map(({ person }) => person)).toContain(zoe);
  expect(await count('private.import_rows')).toBe(0);
  const [kept] =
    await db.sql`select status, ground, started_by, made from public.imports where id = ${begun}`;
  expect(kept).toEqual({ status: 'run', ground, started_by: id.ingrid, made: 2 });
});

test('a mentee comes with what she wants; whom she would rather meet only where the programme asks', async () => {
  const different = { prefers: 'migrated', prefers_gender: 'woman', formats: ['online'] };
  await imported(db.sql, [row(2, different)], { part: 'mentee' });
  const [mentee] =
    await db.sql`select * from public.mentees where person = ${(await addressed(db.sql, 'imported2@example.org'))!}`;
  expect(mentee).toMatchObject({
    goals: ['cv', 'network'],
    prefers: 'migrated',
    prefers_gender: 'any',
    formats: ['online'],
    standing: 'approved',
  });
});

test('one row that is wrong stops all, unless it is left out', async () => {
  const begun = await staged(db.sql, [row(2), row(3, { hours: 99 }), row(4)]);
  expect(await refused(db.sql, id.ingrid, run(begun))).toBe('import_rows_unsound');
  expect(await addressed(db.sql, 'imported2@example.org')).toBeUndefined();
  expect(await act<Ran>(db.sql, id.ingrid, run(begun, [3]))).toMatchObject({ made: 2, again: false });
  expect(await addressed(db.sql, 'imported3@example.org')).toBeUndefined();
});

test('the same file again, in whatever order, is answered with the first import and makes nothing', async () => {
  const first = await imported(db.sql, [row(2), row(3)]);
  const people = await count('public.people');
  const again = await imported(db.sql, [
    row(7, { email: row(3).email, shown_name: row(3).shown_name }),
    row(9, { email: row(2).email, shown_name: row(2).shown_name }),
  ]);
  expect(again).toEqual({ ...first, again: true });
  expect([await count('public.people'), await count('public.imports')]).toEqual([people, 1]);
});

test('a changed file makes only those who are new; who is here keeps what she has', async () => {
  await imported(db.sql, [row(2), row(3)]);
  const second = await imported(db.sql, [row(2, { hours: 9 }), row(3), row(4)]);
  expect(second).toMatchObject({ made: 1, known: 2, again: false });
  const [place] =
    await db.sql`select hours from public.mentors where person = ${(await addressed(db.sql, 'imported2@example.org'))!}`;
  expect(place!.hours).toBe(4);
});

test('somebody with an account keeps her name, and gets the place beside the one she has', async () => {
  await imported(db.sql, [row(2, { email: `${id.amina}@example.org`, shown_name: 'Other' })]);
  const [amina] = await db.sql`select shown_name from public.people where id = ${id.amina}`;
  expect(amina!.shown_name).toBe('amina');
  expect(await db.sql`select from public.mentors where person = ${id.amina}`).toHaveLength(1);
  expect(await db.sql`select from public.mentees where person = ${id.amina}`).toHaveLength(1);
});

test('eight windows with the same file make everybody once', async () => {
  const coordinators = await Promise.all(
    Array.from({ length: 8 }, async (_, nr) => {
      const person = `00000000-0000-4000-8000-0000000006${String(nr).padStart(2, '0')}`;
      await db.sql`insert into auth.users (id, email, email_confirmed_at) values (${person}, ${`desk${nr}@example.org`}, now())`;
      await db.sql`insert into public.people (id, shown_name, locale) values (${person}, 'Desk', 'en')`;
      await db.sql`insert into public.coordinators (person, programme) values (${person}, 'free')`;
      return person;
    }),
  );
  const rows = Array.from({ length: 20 }, (_, nr) => row(nr + 2));
  const begun = await Promise.all(coordinators.map((by) => staged(db.sql, rows, { by })));
  const answers = await Promise.all(begun.map((one, nr) => act<Ran>(db.sql, coordinators[nr]!, run(one))));
  expect(answers.filter(({ again }) => !again)).toHaveLength(1);
  expect(new Set(answers.map((answer) => answer.import)).size).toBe(1);
  expect(await count('private.import_people')).toBe(20);
});

test('run again while it still runs, it waits and answers the same', async () => {
  const begun = await staged(
    db.sql,
    Array.from({ length: 50 }, (_, nr) => row(nr + 2)),
  );
  const answers = await Promise.all([1, 2, 3].map(() => act<Ran>(db.sql, id.ingrid, run(begun))));
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
  expect(await count('private.import_people')).toBe(50);
});

test('somebody who is being written down elsewhere at the same moment has one account', async () => {
  const begun = await staged(db.sql, [row(2)]);
  const outcomes = await Promise.all([
    refusalOf(act(db.sql, id.ingrid, run(begun))),
    refusalOf(asPerson(db.sql, null, async (tx) => {
      await tx`select set_config('role', 'none', true)`;
      await tx`select private.account_of('imported2@example.org')`;
    })),
  ]); // prettier-ignore
  expect(outcomes).toEqual([null, null]);
  expect(await db.sql`select from auth.users where email = 'imported2@example.org'`).toHaveLength(1);
});

test.each([
  [`'{}', '  '`, 'ground_missing'],
  [`'{}', 'Yes.'`, 'import_ground_length'],
  [`'{2}', '${ground}'`, 'import_empty'],
])('run with %s: %s', async (args, key) => {
  const begun = await staged(db.sql, [row(2)]);
  expect(await refused(db.sql, id.ingrid, `run_import('${begun}', ${args})`)).toBe(key);
  // Run once more, it answers the same: the first answer may have been lost.
  const answer = await act(db.sql, id.ingrid, run(begun));
  expect(await act(db.sql, id.ingrid, run(begun))).toEqual(answer);
});

test('each is welcomed once, in her language, and not who has gone', async () => {
  const { import: ran } = await imported(db.sql, [row(2, { locale: 'da' }), row(3), row(4)]);
  await db.sql`delete from auth.users where email = 'imported3@example.org'`;
  expect(await act(db.sql, id.ingrid, `welcome_imported('${ran}')`)).toBe(2);
  const mails = await db.sql`select locale, address, kind from private.take_mail(10) order by address`;
  expect([...mails]).toEqual([
    { locale: 'da', address: 'imported2@example.org', kind: 'import-welcome' },
    { locale: 'en', address: 'imported4@example.org', kind: 'import-welcome' },
  ]);
  expect(await refused(db.sql, id.ingrid, `welcome_imported('${ran}')`)).toBe('import_welcomed');
});

test('after ninety days nobody is welcomed any more', async () => {
  const { import: ran } = await imported(db.sql, [row(2)]);
  await db.sql`update public.imports set ran_at = now() - interval '91 days'`;
  expect(await refused(db.sql, id.ingrid, `welcome_imported('${ran}')`)).toBe('import_forgotten');
});

test('what waits is forgotten after a day, whom an import made after ninety, and that it was after two years', async () => {
  const forget = (days: number) =>
    db.sql`select private.forget_imports(now() + make_interval(days => ${days}))`;
  const tables = ['public.imports', 'private.import_rows', 'private.import_people'];
  const counts = () => Promise.all(tables.map(count));
  await imported(db.sql, [row(2)]);
  await staged(db.sql, [row(3)]);
  await forget(0);
  expect(await counts()).toEqual([2, 1, 1]);
  await forget(2);
  expect(await counts()).toEqual([1, 0, 1]);
  await forget(91);
  expect(await counts()).toEqual([1, 0, 0]);
  await forget(740);
  expect(await counts()).toEqual([0, 0, 0]);
});
