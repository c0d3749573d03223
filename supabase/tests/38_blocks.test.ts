/** A block: it keeps two people from each other, whoever set it, and the other of them cannot find out. */
import { describe, expect, test } from 'vitest';
import { asPerson } from '../../tests/database.ts';
import { act, actAndTrace, refused } from './affair.ts';
import { id } from './cast.ts';
import { ask, letter } from './town.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const send = `send_request('${id.kari}', '${letter}')`;
const propose = `propose_match('${id.amina}', '${id.kari}', null)`;
const block = (other: string) => `mark_person('${other}', 'blocked')`;
const card = (mentor: string) => refused(db.sql, id.amina, `mentor_card('${mentor}')`);
const people = async (person: string, call: string) =>
  (await act<{ mentors: { person: string }[] }>(db.sql, person, call)).mentors.map(({ person }) => person);
/** Whom a mail suggests where nobody but Kari is left; empty where she is not either. */
const nextBest = async () => {
  await db.sql`delete from public.requests`;
  await db.sql`insert into public.marks (person, other, mark) values (${id.amina}, ${id.jonas}, 'hidden'), (${id.amina}, ${id.lin}, 'hidden')`;
  const [row] = await db.sql`select private.next_best(${id.amina}) as name`;
  return row!.name as string;
};
/** Amina has asked Kari long ago, and heard no: she might ask again. */
async function askedLongAgo(decline = `'no-time'`) {
  const request = await ask(db.sql, id.amina, id.kari);
  const told = await actAndTrace(db.sql, id.kari, `decline_request('${request}', ${decline})`);
  await db.sql`update public.requests set opened_at = opened_at - interval '300 days', ended_at = ended_at - interval '300 days'`;
  return told;
}

test('while nobody has blocked the other, they find each other again', async () => {
  await askedLongAgo();
  expect(await people(id.amina, 'find_mentors()')).toContain(id.kari);
  expect(await people(id.ingrid, `suggest_mentors('${id.amina}')`)).toContain(id.kari);
  expect(await card(id.kari)).toBeNull();
  expect(await refused(db.sql, id.ingrid, propose)).toBeNull();
  expect(await nextBest()).toBe('kari');
});

describe.each<[string, () => Promise<unknown>]>([
  ['with her no the mentor', () => askedLongAgo(`'no-time', true`)],
  ['afterwards the mentor', () => askedLongAgo().then(() => act(db.sql, id.kari, block(id.amina)))],
  ['the mentee', () => askedLongAgo().then(() => act(db.sql, id.amina, block(id.kari)))],
])('%s blocks the other', (_, happen) => {
  test('and nothing brings the two together', async () => {
    await happen();
    expect(await people(id.amina, 'find_mentors()')).not.toContain(id.kari);
    expect(await card(id.kari)).toBe('mentor_unknown');
    expect(await refused(db.sql, id.amina, send)).toBe('mentor_unknown');
    expect(await nextBest()).toBe('');
  });

  test('and a coordinator is not shown the pair, and refused without hearing whose wish it is', async () => {
    await happen();
    expect(await people(id.ingrid, `suggest_mentors('${id.amina}')`)).not.toContain(id.kari);
    expect(await refused(db.sql, id.ingrid, propose)).toBe('mentor_unknown');
    expect(await asPerson(db.sql, id.ingrid, (as) => as`select * from public.marks`)).toEqual([]);
  });
});

test('a proposal that waits is not taken up any more', async () => {
  await askedLongAgo();
  const proposed = await act<string>(db.sql, id.ingrid, propose);
  await act(db.sql, id.kari, block(id.amina));
  expect(await refused(db.sql, id.amina, `accept_proposal('${proposed}', '${letter}')`)).toBe(
    'mentor_unknown',
  );
});

/** All that Amina can read of Kari and of what was between them. */
const read = () =>
  asPerson(db.sql, id.amina, async (as) => ({
    cards: await as`select * from public.open_mentors where person = ${id.kari}`,
    pictures: await as`select * from public.pictures where person = ${id.kari}`,
    marks: await as`select * from public.marks`,
    requests: await as`select status, answered_at is null as silent from public.requests`,
    events: await as`select verb, actor from public.events order by id`,
    shown: (await as`select public.my_page() -> 'requests' -> 0 -> 'card' as card`)[0]!.card as unknown,
  }));

test('to whoever is blocked it is as if the other had left', async () => {
  const told = await askedLongAgo(`'no-time', true`);
  expect([told.events, told.mails]).toEqual([['decline_request by kari'], ['request-declined to amina']]);
  const blocked = await read();
  await act(db.sql, id.kari, `mark_person('${id.amina}', null)`);
  expect((await read()).cards).toHaveLength(1);
  await db.sql`update public.mentors set standing = 'left' where person = ${id.kari}`;
  expect(blocked).toEqual(await read());
  expect(await card(id.kari)).toBe('mentor_unknown');
  expect(await refused(db.sql, id.amina, send)).toBe('mentor_unknown');
});

test('whom she has blocked she reads on her page, and allows again', async () => {
  await askedLongAgo(`'no-time', true`);
  const blocked = (person: string) =>
    act<{ blocked: unknown }>(db.sql, person, 'my_page()').then(({ blocked }) => blocked);
  expect(await blocked(id.kari)).toEqual([
    { person: id.amina, name: 'amina', since: expect.any(String) as string },
  ]);
  expect(await blocked(id.amina)).toEqual([]);
  await act(db.sql, id.kari, `mark_person('${id.amina}', null)`);
  expect(await blocked(id.kari)).toEqual([]);
  expect(await refused(db.sql, id.amina, send)).toBeNull();
});

test('either of two who had something going may, also where a place is left since; nobody else', async () => {
  await askedLongAgo();
  expect(await refused(db.sql, id.dawit, block(id.amina))).toBe('person_unknown');
  await db.sql`update public.mentees set standing = 'left' where person = ${id.amina}`;
  expect(await refused(db.sql, id.amina, block(id.kari))).toBeNull();
  expect(await refused(db.sql, id.amina, block(id.lin))).toBe('person_unknown');
});
