/** What does not fit yet: one mail on the day it may, for whoever wants it. */
import { afterEach, expect, test } from 'vitest';
import { act, actAndTrace, refused } from './affair.ts';
import { decide, draft, mine } from './applicant.ts';
import { anybody, rulesOf } from './cast-programmes.ts';
import { id } from './cast.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
// Programmes are not people's, so the town keeps them from test to test.
afterEach(async () => {
  await db.sql`select private.sync_programme(${db.sql.json({ ...rulesOf('free') })})`;
});
const first = async <T>(query: string) => Object.values((await db.sql.unsafe(query))[0] ?? {})[0] as T;

/** Alma's draft in `free`, where these rules stand in its way. */
async function unmet(different: object, who: object = {}, more: object = {}) {
  await db.sql`select private.sync_programme(${db.sql.json({ ...rulesOf('free', { who: { ...anybody, ...who }, ...more }) })})`;
  return draft(db.sql, { different });
}
const year = new Date().getUTCFullYear();
const young = { age: { from: 18, to: 30 } };
const remind = (application: string) => `remind_when_it_fits('${application}', 'da')`;
const today = new Date();
const half = new Date(Date.UTC(year, today.getUTCMonth() + 6, 1)).toISOString().slice(0, 7);

test('is told once, on the day it may fit, in her language, and then forgotten', async () => {
  const application = await unmet({ birth_year: year - 17 }, young);
  const told = await actAndTrace(db.sql, id.alma, remind(application));
  expect(told).toMatchObject({ events: ['remind_when_it_fits by alma'], mails: [] });
  await act(db.sql, id.alma, remind(application));
  interface All {
    fits: object[];
    reminders: string[];
  }
  const all = await act<All>(db.sql, id.alma, 'my_applications()');
  expect(all).toMatchObject({ reminders: [], fits: [{ programme: 'free', part: 'mentee', on: `${year + 1}-01-01` }] });
  const tell = (day: string) => first(`select private.tell_it_may_fit('${day}'::timestamptz)`);
  expect([await tell(`${year}-12-31`), await tell(`${year + 1}-01-01`), await tell(`${year + 1}-01-02`)]).toEqual(['0', '1', '0']);
  const mails = await db.sql`select kind, locale, params from private.take_mail(10)`;
  expect([...mails]).toEqual([{ kind: 'may-fit', locale: 'da', params: { programme: 'free', part: 'mentee' } }]);
  expect(await db.sql`select from public.round_reminders`).toHaveLength(0);
}); // prettier-ignore

test.each<[string, object, object, object, string | null]>([
  ['another place', { place: 'zz-south-mill' }, {}, { regions: ['zz-north'] }, half],
  ['a language that grows', {}, {}, { language: { level: 'B1', any_of: ['no'] } }, half],
  ['an age two years off', { birth_year: year - 16 }, young, {}, null],
  ['an age that is over', { birth_year: year - 40 }, young, {}, null],
  ['whom it is for', { gender: 'man', place: 'zz-south-mill' }, { gender: 'women' }, { regions: ['zz-north'] }, null],
  ['nothing in the way', {}, {}, {}, null],
])('%s', async (_, different, who, more, day) => {
  const application = await unmet(different, who, more);
  const [seen] = (await mine(db.sql)) as unknown as { fits_on: string | null }[];
  expect(seen!.fits_on?.slice(0, 7) ?? null).toBe(day);
  expect(await refused(db.sql, id.alma, remind(application))).toBe(day ? null : 'fits_never');
}); // prettier-ignore

test('is hers alone, goes when she takes it back or her account goes, and says nothing where she has come meanwhile', async () => {
  const application = await unmet({ commitment: false });
  expect(await refused(db.sql, id.signe, remind(application))).toBe('application_unknown');
  await act(db.sql, id.alma, remind(application));
  await act(db.sql, id.alma, `remind_me('free', false)`);
  expect(await db.sql`select from public.round_reminders`).toHaveLength(0);
  await act(db.sql, id.alma, remind(application));
  expect(await first(`select private.forget_applications(now() + interval '91 days')`), 'it keeps no draft').toBe('1');
  const again = await draft(db.sql, { different: { commitment: false } });
  await act(db.sql, id.alma, `send_application('${again}')`);
  expect(await refused(db.sql, id.alma, remind(again)), 'while it is read').toBe('application_not_open');
  expect(await first(`select private.tell_it_may_fit(now() + interval '7 months')`)).toBe('0');
  await act(db.sql, id.ingrid, decide(again, 'decline'));
  await act(db.sql, id.alma, remind(again));
  await db.sql`select private.roll_rounds(now())`;
  expect(await db.sql`select from public.round_reminders`, 'it waits for no round').toHaveLength(1);
  await db.sql`select private.erase_person(${id.alma})`;
  expect(await db.sql`select from public.round_reminders`).toHaveLength(0);
}); // prettier-ignore
