/** Who waits for a mentor is on the desk: from the first day where only a coordinator can propose one. */
import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { act } from './affair.ts';
import { addMentee, addMentor, id } from './cast.ts';
import { letter } from './town.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const [early, late, mentor] = [randomUUID(), randomUUID(), randomUUID()];
beforeEach(async () => {
  for (const mentee of [early, late]) await addMentee(db.sql, mentee, { programme: 'chosen' });
  await addMentor(db.sql, mentor, { programme: 'chosen' });
  await db.sql`insert into public.coordinators (person, programme) values (${id.ingrid}, 'chosen')`;
  await waited(late, 22);
});

const waited = (person: string, days: number) =>
  db.sql`update public.mentees set approved_at = now() - make_interval(days => ${days}) where person = ${person}`;
interface Waiting {
  count: number;
  needs: number;
  items: { mentee: { person: string }; late: boolean; asking: number; proposed: object | null }[];
}
const waiting = async (coordinator: string = id.ingrid) =>
  (await act<{ waiting: Waiting }>(db.sql, coordinator, 'desk()')).waiting;
const told = async () =>
  (await waiting()).items.map(({ mentee, late }) => [mentee.person, late ? 'late' : 'in time']);
const propose = (mentee: string) =>
  act<string>(db.sql, id.ingrid, `propose_match('${mentee}', '${mentor}', '${letter}')`);

test('from the day she is ready, those who wait longer than promised first', async () => {
  await db.sql`update public.mentees set approved_at = now() where person = ${early}`;
  expect(await waiting()).toMatchObject({ count: 2, needs: 2 });
  expect(await told()).toEqual([
    [late, 'late'],
    [early, 'in time'],
  ]);
});

test('where mentees ask by themselves, only who waits longer than promised', async () => {
  await waited(id.amina, 30);
  expect(await told()).toEqual([
    [id.amina, 'late'],
    [late, 'late'],
    [early, 'in time'],
  ]);
});

test('needs nobody while a proposal or a request is under way, but when that was promised sooner', async () => {
  await waited(late, 1);
  const proposed = await propose(early);
  expect(await waiting()).toMatchObject({ count: 2, needs: 1 });
  // Whom somebody has to do something for stands first.
  expect((await waiting()).items).toMatchObject([
    { mentee: { person: late }, proposed: null },
    { mentee: { person: early }, proposed: {} },
  ]);
  await act(db.sql, early, `accept_proposal('${proposed}', '${letter}')`);
  expect(await waiting()).toMatchObject({ needs: 1, items: [{ asking: 0 }, { asking: 1, proposed: null }] });
  await waited(early, 22);
  expect(await waiting()).toMatchObject({ count: 2, needs: 2 });
  await waited(early, 0);
  await act(db.sql, mentor, `decline_request('${proposed}', 'no-time')`);
  expect(await waiting()).toMatchObject({ count: 2, needs: 2 });
});

test('is over with a first hour, and not for whoever still gets ready or is the coordinator herself', async () => {
  await act(db.sql, early, `accept_proposal('${await propose(early)}', '${letter}')`);
  const [request] = await db.sql`select id from public.requests where mentee = ${early}`;
  await act(db.sql, mentor, `accept_request('${request!.id as string}')`);
  expect(await told()).toEqual([[late, 'late']]);
  await db.sql`update public.mentees set standing = 'preparing' where person = ${late}`;
  expect(await waiting()).toEqual({ count: 0, needs: 0, items: [] });
  await db.sql`update public.mentees set standing = 'approved' where person = ${late}`;
  await db.sql`insert into public.coordinators (person, programme) values (${late}, 'chosen')`;
  expect(await waiting(late)).toMatchObject({ count: 0 });
});

test('at no other desk', async () => {
  expect(await waiting(id.birthe)).toMatchObject({ count: 0, needs: 0 });
});
