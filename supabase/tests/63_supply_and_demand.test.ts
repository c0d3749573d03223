/** Who waits and who is free, at each desk. */
import { expect, test } from 'vitest';
import { asPerson } from '../../tests/database.ts';
import { act, refused } from './affair.ts';
import { id } from './cast.ts';
import { crowdInLine, crowdOfMentees, crowdOfMentors } from './crowd.ts';
import { openTrial } from './town.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();

test('a desk of one region reads calls and companies of the whole programme, and leaves them alone', async () => {
  await db.sql`update public.programmes set rules = jsonb_set(rules, '{matching,least_people}', '1')`;
  await crowdOfMentees(db.sql, 2, { field: '2221', place: 'zz-south-mill' });
  const need = await act<string>(db.sql, id.ingrid, `raise_need('free', '22', null, null, null, null)`);
  const south = await act<string>(
    db.sql,
    id.ingrid,
    `raise_need('free', '22', null, 'zz-south', null, null)`,
  );
  const { invitation } = await act<{ invitation: string }>(db.sql, id.ingrid, `invite_company('free', 'Brobygg', 3, current_date + 30)`); // prettier-ignore
  const own = await act<{ invitation: string }>(db.sql, id.torstein, `invite_company('free', 'Lyngsjø', 3, current_date + 30)`); // prettier-ignore
  const calls = async (person: string) =>
    (await act<{ needs: { id: string; own: boolean }[] }>(db.sql, person, `supply_and_demand('free')`)).needs.map((n) => [n.id, n.own]); // prettier-ignore
  const companies = async (person: string) =>
    (await act<{ id: string; own: boolean; taken: number }[]>(db.sql, person, `company_invitations('free')`)).map((i) => [i.id, i.own, i.taken]); // prettier-ignore
  await db.sql`insert into public.invitation_answers (application, invitation)
    select a.id, ${invitation} from public.applications a limit 1`;
  const taken = (await db.sql`select from public.invitation_answers`).length;
  expect(new Map((await calls(id.torstein)) as never)).toEqual(new Map([[need, false], [south, true]])); // prettier-ignore
  expect(new Map((await calls(id.ingrid)) as never)).toEqual(new Map([[need, true], [south, true]])); // prettier-ignore
  expect(await companies(id.torstein)).toEqual([
    [own.invitation, true, 0],
    [invitation, false, taken],
  ]);
  expect(await companies(id.birthe)).toEqual([]);
  expect(await refused(db.sql, id.torstein, `close_need('${need}', 'found')`)).toBe('need_unknown');
  expect(await refused(db.sql, id.torstein, `prolong_need('${need}')`)).toBe('need_unknown');
  expect(await refused(db.sql, id.torstein, `close_invitation('${invitation}')`)).toBe('invitation_unknown');
  expect(await refused(db.sql, id.torstein, `renew_invitation('${invitation}', current_date + 9)`)).toBe('invitation_unknown'); // prettier-ignore
  await act(db.sql, id.ingrid, `close_need('${need}', 'found')`);
});

test('a desk of one region is told as everybody is whether a call is shown: of those who wait elsewhere it reads nobody', async () => {
  await crowdOfMentees(db.sql, 3, { field: '2221', place: 'zz-north-bay' });
  const need = await act<string>(db.sql, id.ingrid, `raise_need('free', '22', null, null, null, null)`);
  const covered = async (person: string) =>
    (await act<{ needs: { id: string; covered: boolean }[] }>(db.sql, person, `supply_and_demand('free')`)).needs
      .find((n) => n.id === need)?.covered; // prettier-ignore
  expect([await covered(id.ingrid), await covered(id.torstein)]).toEqual([true, true]);
  await db.sql`update public.mentees set standing = 'left' where field = '2221'`;
  expect([await covered(id.ingrid), await covered(id.torstein)]).toEqual([false, false]);
  expect(await asPerson(db.sql, id.birthe, (as) => as`select private.is_shown(${need}) as it`)).toEqual([
    { it: null },
  ]);
});

test('the board: who waits against free places, the largest gap first, each desk its own', async () => {
  await crowdOfMentees(db.sql, 4, { field: '2221', place: 'zz-south-mill' });
  await crowdOfMentors(db.sql, 1, { field: '2142', languages: [{ language: 'sv', level: 'N' }] });
  await openTrial(db.sql, id.amina, id.kari);
  interface Board {
    waiting: number;
    accepted: number;
    places: number;
    fields: object[];
    languages: { key: string }[];
    regions: object[];
    whole: boolean;
    own_regions: string[];
  }
  const board = (person: string) => act<Board>(db.sql, person, `supply_and_demand('free')`);
  await crowdInLine(db.sql, 2, { field: '2142', languages: [['en', 'C1'], ['no', 'A2']] }); // prettier-ignore
  // Amina is in a trial, for which Kari has given one of two places; Lin pauses only next year. Walid gets ready, two are
  // on the waiting list.
  expect(await board(id.ingrid)).toMatchObject({ waiting: 8, accepted: 6, places: 7, whole: true, own_regions: ['zz-north', 'zz-south'] }); // prettier-ignore
  const all = await board(id.ingrid);
  expect(all.fields).toEqual([
    { key: '22', waiting: 5, accepted: 5, places: 2 },
    { key: '21', waiting: 2, accepted: 0, places: 2 },
    { key: '25', waiting: 1, accepted: 1, places: 3 },
  ]);
  expect(all.regions).toEqual([
    { key: 'zz-south', waiting: 5, accepted: 5, places: 2 },
    { key: 'zz-north', waiting: 3, accepted: 1, places: 5 },
  ]);
  expect(all.languages).toEqual([
    { key: 'en', waiting: 8, accepted: 6, places: 5 },
    { key: 'no', waiting: 6, accepted: 6, places: 5 },
    { key: 'sv', waiting: 0, accepted: 0, places: 2 },
  ]);
  const south = await board(id.torstein);
  expect(south).toMatchObject({
    waiting: 5,
    accepted: 5,
    places: 2,
    whole: false,
    own_regions: ['zz-south'],
  });
  expect(south.regions).toEqual([{ key: 'zz-south', waiting: 5, accepted: 5, places: 2 }]);
});
