/** Who keeps seeing whom while something lives between them, and which desk sees it when one of them moves. */
import { expect, test } from 'vitest';
import { asPerson } from '../../tests/database.ts';
import { act, refused, rowOf } from './affair.ts';
import { decide, sent } from './applicant.ts';
import { id } from './cast.ts';
import { save } from './profile-forms.ts';
import { ask, openMatch, openTrial } from './town.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const opens = [
  ['trial', openTrial],
  ['match', openMatch],
] as const;
const northern = 'free/zz-north';
const southern = 'free/zz-south';
const south = { place: `'zz-south-town'` };
const desksOf = async (table: string, row: string) => (await rowOf(db.sql, table, row)).desks as string[];

test.each(opens)('a mentee sees her mentor as long as their %s lives, and not after', async (what, open) => {
  await db.sql`update public.mentors set capacity = 1 where person = ${id.kari}`;
  const row = await open(db.sql, id.amina, id.kari);
  await db.sql`update public.requests set sent_at = sent_at - interval '13 months'`;
  const sees = async () =>
    (await asPerson(db.sql, id.amina, (as) => as`select from public.open_mentors where person = ${id.kari}`))
      .length;
  const page = await act<Record<string, { card: { name: string } | null }[]>>(db.sql, id.amina, 'my_page()');
  expect(page[what === 'trial' ? 'trials' : 'matches']).toMatchObject([{ card: { name: 'kari' } }]);
  expect(await sees()).toBe(1);
  await act(db.sql, id.ingrid, what === 'trial' ? `stop_trial('${row}')` : `stop_match('${row}', 'other')`);
  await db.sql`update public.mentors set paused_from = current_date where person = ${id.kari}`;
  expect(await sees()).toBe(0);
});

test.each(opens)('when a mentee moves, the desk of her new region has her %s', async (what, open) => {
  const row = await open(db.sql, id.amina, id.kari);
  expect(await desksOf(`${what}${what === 'trial' ? 's' : 'es'}`, row)).toEqual(['free', northern]);
  await act(db.sql, id.amina, save('mentee', south));
  expect(await desksOf(`${what}${what === 'trial' ? 's' : 'es'}`, row)).toEqual(['free', northern, southern]);
  await act(db.sql, id.kari, save('mentor', south));
  expect(await desksOf(`${what}${what === 'trial' ? 's' : 'es'}`, row)).toEqual(['free', southern]);
  // She stands in something: nobody at the new desk is told that she waits.
  await db.sql`update public.mentees set approved_at = now() - interval '1 year' where person = ${id.amina}`;
  const desk = await act<{ waiting: { items: { mentee: { name: string } }[] } }>(
    db.sql,
    id.torstein,
    'desk()',
  );
  expect(desk.waiting.items.map(({ mentee }) => mentee.name)).not.toContain('amina');
  const verb = what === 'trial' ? `stop_trial('${row}')` : `stop_match('${row}', 'other')`;
  expect(await refused(db.sql, id.torstein, verb)).toBeNull();
});

test('requests that are open move with either, those that are over stay', async () => {
  const over = await ask(db.sql, id.amina, id.lin);
  await act(db.sql, id.amina, `withdraw_request('${over}')`);
  const open = await ask(db.sql, id.amina, id.kari);
  await act(db.sql, id.kari, save('mentor', south));
  expect(await desksOf('requests', open)).toEqual(['free', northern, southern]);
  await act(db.sql, id.amina, save('mentee', south));
  expect(await desksOf('requests', open)).toEqual(['free', southern]);
  expect(await desksOf('requests', over)).toEqual(['free', northern]);
});

test('who is both is seen by each in the part they know her in', async () => {
  // Dawit, a mentee of `free`, is a mentor in `careful`, too, where Nils has asked him; in `free` he himself has asked Kari.
  const application = await sent(db.sql, { person: id.dawit, programme: 'careful', part: 'mentor' });
  await act(db.sql, id.birthe, decide(application, 'accept'));
  await ask(db.sql, id.nils, id.dawit);
  await ask(db.sql, id.dawit, id.kari);
  await db.sql`insert into public.pictures (person, shape) values (${id.dawit}, 1)`;
  const cards = async (person: string) =>
    [...(await asPerson(db.sql, person, (as) => as`
      select 'mentor' as part from public.open_mentors where person = ${id.dawit}
      union all select 'mentee' from public.mentee_cards where person = ${id.dawit}
      union all select 'picture' from public.pictures where person = ${id.dawit}`))].map(({ part }) => part as string); // prettier-ignore
  expect(await cards(id.nils)).toEqual(['mentor', 'picture']);
  expect(await cards(id.kari)).toEqual(['mentee', 'picture']);
  expect(await cards(id.dawit)).toEqual(['mentor', 'mentee', 'picture']);
  expect(await cards(id.jonas)).toEqual([]);
});
