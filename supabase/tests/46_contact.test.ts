/** What each shows the other lives as long as the two have something going, can be put right, and is gone afterwards. */
import { expect, test } from 'vitest';
import { act, refused, rowOf } from './affair.ts';
import { id } from './cast.ts';
import { openMatch, openTrial } from './town.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
interface Shown {
  trial: string;
  my_contact: string | null;
  other_contact: string | null;
}
const match = async (person: string) =>
  (await act<{ matches: Shown[] }>(db.sql, person, 'my_page()')).matches[0]!;
const trialOf = async (found: string) => (await rowOf(db.sql, 'matches', found)).trial as string;
const kari = (phone: string, contact: string) =>
  act(db.sql, id.kari, `save_contact('Nordmann', '${phone}', 'woman', '${contact}')`);
const gone = { mentee_contact: null, mentor_contact: null };

test('in a match each shows it, takes it back, and reads what she shows herself', async () => {
  const trial = await trialOf(await openMatch(db.sql, id.amina, id.kari));
  expect(await match(id.amina)).toMatchObject({ my_contact: null, other_contact: null });
  await act(db.sql, id.amina, `share_contact('${trial}', 'mail')`);
  const address = `${id.amina}@example.org`;
  expect(await match(id.amina)).toMatchObject({ trial, my_contact: address });
  expect(await match(id.kari)).toMatchObject({ my_contact: null, other_contact: address });
  await act(db.sql, id.amina, `share_contact('${trial}', 'platform')`);
  expect(await match(id.kari)).toMatchObject({ other_contact: null });
  expect(await refused(db.sql, id.dawit, `share_contact('${trial}', 'mail')`)).toBe('trial_unknown');
});

test('a corrected number is the one the other reads, in a trial and in a match', async () => {
  await kari('+47 900 00 000', 'phone');
  const trial = await openTrial(db.sql, id.amina, id.kari);
  await kari('+47 911 11 111', 'phone');
  expect(await rowOf(db.sql, 'trials', trial)).toMatchObject({ mentor_contact: '+47 911 11 111' });
  await db.sql`update public.trials set status = 'agreed', starts_at = now() - interval '1 day', decide_by = now()`;
  await act(db.sql, id.amina, `say_go_on('${trial}')`);
  await act(db.sql, id.kari, `say_go_on('${trial}')`);
  await kari('+47 922 22 222', 'phone');
  expect(await match(id.amina)).toMatchObject({ other_contact: '+47 922 22 222' });
  await kari('+47 922 22 222', 'platform');
  expect(await match(id.amina)).toMatchObject({ other_contact: null });
});

test('who was shown nothing is shown nothing by a correction, only by another choice', async () => {
  await db.sql`update public.mentors set capacity = 2 where person = ${id.kari}`;
  const amina = await openTrial(db.sql, id.amina, id.kari);
  await act(db.sql, id.kari, `share_contact('${amina}', 'platform')`);
  const dawit = await openTrial(db.sql, id.dawit, id.kari);
  await kari('+47 900 00 000', 'platform');
  await act(db.sql, id.kari, `share_contact('${dawit}', 'phone')`);
  await kari('+47 911 11 111', 'phone');
  expect(await rowOf(db.sql, 'trials', amina)).toMatchObject({ mentor_contact: null });
  expect(await rowOf(db.sql, 'trials', dawit)).toMatchObject({ mentor_contact: '+47 911 11 111' });
  await kari('+47 911 11 111', 'mail');
  expect(await rowOf(db.sql, 'trials', amina)).toMatchObject({ mentor_contact: `${id.kari}@example.org` });
});

test('nothing is shown before a coordinator has said yes', async () => {
  const trial = await openTrial(db.sql, id.amina, id.kari);
  await db.sql`update public.trials set status = 'awaiting'`;
  await kari('+47 900 00 000', 'phone');
  expect(await rowOf(db.sql, 'trials', trial)).toMatchObject(gone);
});

test.each([
  ['not us', (trial: string) => act(db.sql, id.amina, `say_not_us('${trial}', null)`)],
  ['a stop', (trial: string) => act(db.sql, id.ingrid, `stop_trial('${trial}')`)],
])('after %s nobody reads it, nor shows it', async (_what, ends) => {
  await kari('+47 900 00 000', 'phone');
  const trial = await openTrial(db.sql, id.amina, id.kari);
  await ends(trial);
  expect(await rowOf(db.sql, 'trials', trial)).toMatchObject(gone);
  await kari('+47 911 11 111', 'phone');
  expect(await rowOf(db.sql, 'trials', trial)).toMatchObject(gone);
  expect(await refused(db.sql, id.kari, `share_contact('${trial}', 'phone')`)).toBe('trial_not_open');
});

test.each([
  ['one of the two', (found: string) => act(db.sql, id.amina, `end_match('${found}', 'moved')`)],
  ['the coordinator', (found: string) => act(db.sql, id.ingrid, `stop_match('${found}', 'other')`)],
])('after %s has ended the match nobody reads it, nor shows it', async (_who, ends) => {
  await kari('+47 900 00 000', 'phone');
  const found = await openMatch(db.sql, id.amina, id.kari);
  const trial = await trialOf(found);
  expect(await match(id.amina)).toMatchObject({ other_contact: '+47 900 00 000' });
  await ends(found);
  expect(await rowOf(db.sql, 'trials', trial)).toMatchObject(gone);
  await kari('+47 911 11 111', 'phone');
  expect(await rowOf(db.sql, 'trials', trial)).toMatchObject(gone);
  expect(await refused(db.sql, id.kari, `share_contact('${trial}', 'phone')`)).toBe('trial_not_open');
});
