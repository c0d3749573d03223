/** Where the programme says that a coordinator is there the first time, she reads when and where, and the two that she comes. */
import { beforeEach, expect, test } from 'vitest';
import { act } from './affair.ts';
import { rulesOf } from './cast-programmes.ts';
import { id } from './cast.ts';
import { openTrial } from './town.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const { matching } = rulesOf('free');
/** The programme's file, with or without a coordinator at the first meeting. */
const comes = (does: boolean) =>
  db.sql`select private.sync_programme(${db.sql.json({ ...rulesOf('free', { matching: { ...matching, coordinator_at_first_meeting: does } }) })})`;
beforeEach(() => comes(true));

/** Amina and Kari agree on an hour in three days. Answers the trial. */
async function agreed(): Promise<string> {
  const trial = await openTrial(db.sql, id.amina, id.kari);
  await act(
    db.sql,
    id.kari,
    `propose_trial('${trial}', now() + interval '3 days', 'in-person', 'The library')`,
  );
  await act(db.sql, id.amina, `agree_trial('${trial}', 1)`);
  return trial;
}
interface Coming {
  count: number;
  items: Record<string, unknown>[];
}
const coming = async (person: string = id.ingrid) =>
  (await act<{ coming: Coming }>(db.sql, person, 'desk()')).coming;
const none = { count: 0, items: [] };

test('the desk reads who meets, when and where, from the yes until the hour is over', async () => {
  const trial = await openTrial(db.sql, id.amina, id.kari);
  await act(
    db.sql,
    id.kari,
    `propose_trial('${trial}', now() + interval '3 days', 'in-person', 'The library')`,
  );
  expect(await coming()).toEqual(none);
  await act(db.sql, id.amina, `agree_trial('${trial}', 1)`);
  expect(await coming()).toMatchObject({
    count: 1,
    items: [
      { id: trial, mentee: { name: 'amina' }, mentor: { name: 'kari' }, meet_at: 'The library' },
    ],
  }); // prettier-ignore
  // Another region's coordinator has no part in it.
  expect(await coming(id.torstein)).toEqual(none);
  await db.sql`update public.trials set starts_at = now() - interval '50 minutes'`;
  expect(await coming()).toMatchObject({ count: 1 });
  await db.sql`update public.trials set starts_at = now() - interval '70 minutes'`;
  expect(await coming()).toEqual(none);
});

test('a time that is open again, or an hour of her own, is not on it', async () => {
  const trial = await agreed();
  await db.sql`insert into public.coordinators (person, programme) values (${id.kari}, 'free')`;
  expect(await coming(id.kari)).toEqual(none);
  await act(
    db.sql,
    id.kari,
    `propose_trial('${trial}', now() + interval '4 days', 'in-person', 'The library')`,
  );
  expect(await coming()).toEqual(none);
});

test.each([true, false])('the two are told, on their page and by mail: %s', async (does) => {
  await comes(does);
  await agreed();
  for (const person of [id.amina, id.kari]) {
    const { trials } = await act<{ trials: object[] }>(db.sql, person, 'my_page()');
    expect(trials).toMatchObject([{ coordinator_at_first_meeting: does }]);
  }
  const mails =
    await db.sql`select params -> 'coordinator' as comes from private.outbox where kind = 'trial-agreed'`;
  expect(mails).toEqual([{ comes: does || null }, { comes: does || null }]);
  expect((await coming()).count).toBe(does ? 1 : 0);
});
