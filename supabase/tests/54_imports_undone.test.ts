/** Within a day an import takes back exactly what it made, but for those with whom something has happened. */
import { expect, test } from 'vitest';
import { act, actAndTrace, refused } from './affair.ts';
import { id } from './cast.ts';
import { addressed, imported, row } from './imports.ts';
import { addPartner, mailed, refer, visit } from './referral.ts';
import { ask } from './town.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const state = async () =>
  Object.fromEntries(
    await Promise.all(
      ['auth.users', 'public.people', 'public.people_private', 'public.mentors', 'public.mentees', 'public.open_mentors',
       'public.mentee_cards', 'private.directories', 'private.import_people'].map(
        async (table) => [table, (await db.sql.unsafe(`select * from ${table} t order by t::text`)).map((r) => JSON.stringify(r))] as const,
      ),
    ),
  ); // prettier-ignore
const undo = (ran: string) => `undo_import('${ran}')`;
const person = async (nr: number) => (await addressed(db.sql, `imported${nr}@example.org`))!;

test.each(['mentor', 'mentee'])('everything is as it was before: %s', async (part) => {
  const before = await state();
  const amina = part === 'mentor' ? id.amina : id.kari;
  const { import: ran } = await imported(db.sql, [row(2), row(3), row(4, { email: `${amina}@example.org` })], { part }); // prettier-ignore
  expect(await state()).not.toEqual(before);
  const { answer, events, mails } = await actAndTrace(db.sql, id.ingrid, undo(ran));
  expect({ answer, events, mails }).toEqual({
    answer: { undone: 3, stay: [] },
    events: ['undo_import by ingrid'],
    mails: [],
  });
  expect(await state()).toEqual(before);
  expect(await refused(db.sql, id.ingrid, undo(ran))).toBe('import_not_open');
});

test('who has signed in, is being asked, or has changed her page stays, and is named', async () => {
  const { import: ran } = await imported(
    db.sql,
    [2, 3, 4, 5, 6].map((nr) => row(nr)),
  );
  await db.sql`update auth.users set email_confirmed_at = now() where id = ${await person(2)}`;
  await ask(db.sql, id.amina, await person(3));
  await db.sql`update public.mentors set saved_at = now() + interval '1 minute' where person = ${await person(4)}`;
  await db.sql`update public.mentors set standing = 'left' where person = ${await person(6)}`;
  expect(await act(db.sql, id.ingrid, undo(ran))).toEqual({
    undone: 1,
    stay: [
      { row: 2, name: 'Somebody 2', why: 'signed-in' },
      { row: 3, name: 'Somebody 3', why: 'going-on' },
      { row: 4, name: 'Somebody 4', why: 'changed' },
      { row: 6, name: 'Somebody 6', why: 'changed' },
    ],
  });
  expect(await person(5)).toBeUndefined();
  expect(await db.sql`select from public.mentors where person = ${await person(2)}`).toHaveLength(1);
});

test('somebody who was here before stays if she has signed in since', async () => {
  const { import: ran } = await imported(db.sql, [row(2, { email: `${id.amina}@example.org` })]);
  await db.sql`update auth.users set last_sign_in_at = now() + interval '1 minute' where id = ${id.amina}`;
  expect(await act(db.sql, id.ingrid, undo(ran))).toMatchObject({ undone: 0, stay: [{ why: 'signed-in' }] });
});

test('the account of somebody who is waited for otherwise stays', async () => {
  const { import: ran } = await imported(db.sql, [row(2), row(3)]);
  const referred = await person(2);
  const { secret } = await addPartner(db.sql);
  await visit(db.sql, refer(secret, { address: 'imported2@example.org' }));
  const key = await mailed(db.sql, referred);
  expect(await act(db.sql, id.ingrid, undo(ran))).toEqual({ undone: 2, stay: [] });
  expect([await person(2), await person(3)]).toEqual([referred, undefined]);
  expect(await db.sql`select from public.mentors where person = ${referred}`).toHaveLength(0);
  expect(await visit(db.sql, `open_referral('${key}')`)).toMatchObject({ name: 'Alma' });
});

test('an import of two regions is the business of whoever works in both; a desk of one of them reads it', async () => {
  await db.sql`insert into public.coordinators (person, programme, region) values (${id.torstein}, 'free', 'zz-north')`;
  const rows = [row(2), row(3, { place: 'zz-south-mill' })];
  const { import: ran } = await imported(db.sql, rows, { by: id.torstein });
  interface Past {
    imports: { id: string; may_welcome: boolean; undo_until: string | null }[];
  }
  const past = async () => (await act<Past>(db.sql, id.torstein, 'my_imports()')).imports;
  expect(await past()).toMatchObject([{ id: ran, may_welcome: true, undo_until: expect.any(String) }]);
  await db.sql`delete from public.coordinators where person = ${id.torstein} and region = 'zz-north'`;
  expect(await past()).toMatchObject([{ id: ran, may_welcome: false, undo_until: null }]);
  expect(await refused(db.sql, id.torstein, `welcome_imported('${ran}')`)).toBe('import_unknown');
  expect(await refused(db.sql, id.torstein, undo(ran))).toBe('import_unknown');
  expect(await refused(db.sql, id.ingrid, `welcome_imported('${ran}')`)).toBe(null);
  await db.sql`insert into public.coordinators (person, programme, region) values (${id.torstein}, 'free', 'zz-north')`;
  expect(await act(db.sql, id.torstein, undo(ran))).toEqual({ undone: 2, stay: [] });
});

test('after a day it is too late', async () => {
  const { import: ran } = await imported(db.sql, [row(2)]);
  await db.sql`update public.imports set ran_at = now() - interval '24 hours'`;
  expect(await refused(db.sql, id.ingrid, undo(ran))).toBe('import_undo_over');
});

test('a welcome that has not left is not sent to who is no longer here', async () => {
  const { import: ran } = await imported(db.sql, [row(2), row(3, { email: `${id.amina}@example.org` })]);
  await act(db.sql, id.ingrid, `welcome_imported('${ran}')`);
  await act(db.sql, id.ingrid, undo(ran));
  expect(await db.sql`select from private.outbox`).toHaveLength(0);
});

test('with a place as mentor and one as mentee, the last import to be taken back takes her along', async () => {
  const before = await state();
  const mentor = await imported(db.sql, [row(2)]);
  const mentee = await imported(db.sql, [row(2)], { part: 'mentee' });
  await act(db.sql, id.ingrid, undo(mentor.import));
  expect(await db.sql`select from public.mentees where person = ${await person(2)}`).toHaveLength(1);
  await act(db.sql, id.ingrid, undo(mentee.import));
  expect(await state()).toEqual(before);
});

test('what was taken back can be brought in again', async () => {
  const first = await imported(db.sql, [row(2)]);
  await act(db.sql, id.ingrid, undo(first.import));
  expect(await imported(db.sql, [row(2)])).toMatchObject({ made: 1, again: false });
});
