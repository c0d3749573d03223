/** When and where: another plan is told, agreed to as it was seen, and an hour that did not take place is planned anew. */
import { describe, expect, test } from 'vitest';
import { act, actAndTrace, refused, rowOf } from './affair.ts';
import { id } from './cast.ts';
import { letter, meet, openTrial } from './town.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const plan = (trial: string, days: number, where = 'The library') =>
  `propose_trial('${trial}', current_date + ${days}, 'in-person', '${where}')`;
const agree = (trial: string, seen: number) => `agree_trial('${trial}', ${seen})`;
const mailed = async (person: string, kind: string) =>
  [...(await db.sql`select params from private.outbox where person = ${person} and kind = ${kind} order by id`)].map(({ params }) => params as Record<string, string>); // prettier-ignore

describe('another plan', () => {
  test('of the place alone is told with the place, and agreed to again', async () => {
    const trial = await openTrial(db.sql, id.amina, id.kari);
    await act(db.sql, id.amina, plan(trial, 2));
    await act(db.sql, id.kari, agree(trial, 1));
    const moved = await actAndTrace(db.sql, id.kari, plan(trial, 2, 'The station'));
    expect(moved.mails).toEqual(['trial-proposed to amina']);
    expect(await mailed(id.amina, 'trial-proposed')).toMatchObject([{ where: 'The station' }]);
    const agreed = await actAndTrace(db.sql, id.amina, agree(trial, 2));
    expect(agreed.mails).toEqual(['trial-agreed to amina', 'trial-agreed to kari']);
  });

  test('back to an earlier time is told too: the last mail says what holds', async () => {
    const trial = await openTrial(db.sql, id.amina, id.kari);
    for (const [nr, days] of [2, 4, 2].entries()) {
      const proposed = await actAndTrace(db.sql, id.kari, plan(trial, days));
      expect(proposed.mails).toEqual(['trial-proposed to amina']);
      const agreed = await actAndTrace(db.sql, id.amina, agree(trial, nr + 1));
      expect(agreed.mails).toEqual(['trial-agreed to amina', 'trial-agreed to kari']);
    }
    const told = await mailed(id.amina, 'trial-agreed');
    expect(told.map(({ at }) => at)).toEqual([told[0]!.at, told[1]!.at, told[0]!.at]);
  });

  test('that she has not seen is not agreed to: another place at the same time', async () => {
    const trial = await openTrial(db.sql, id.amina, id.kari);
    await act(db.sql, id.kari, plan(trial, 2));
    await act(db.sql, id.kari, plan(trial, 2, 'The station'));
    expect(await refused(db.sql, id.amina, agree(trial, 1))).toBe('time_has_changed');
    expect(await refused(db.sql, id.amina, agree(trial, 2))).toBeNull();
  });

  test('is none where nothing differs, also once it is agreed', async () => {
    const trial = await openTrial(db.sql, id.amina, id.kari);
    const nothing = { answer: '', events: [], mails: [] };
    await act(db.sql, id.kari, plan(trial, 2));
    expect(await actAndTrace(db.sql, id.kari, plan(trial, 2, ' The library '))).toEqual(nothing);
    await act(db.sql, id.amina, agree(trial, 1));
    expect(await actAndTrace(db.sql, id.kari, plan(trial, 2))).toEqual(nothing);
    expect(await actAndTrace(db.sql, id.amina, plan(trial, 2))).toEqual(nothing);
    expect(await rowOf(db.sql, 'trials', trial)).toMatchObject({ status: 'agreed', plan: 1 });
  });
});

describe('an hour that did not take place', () => {
  test('is planned anew while nobody has said how it was', async () => {
    const trial = await openTrial(db.sql, id.amina, id.kari);
    await meet(db.sql, trial);
    expect(await refused(db.sql, id.amina, plan(trial, 20))).toBe('trial_too_late');
    expect(await refused(db.sql, id.amina, plan(trial, 3))).toBeNull();
    expect(await rowOf(db.sql, 'trials', trial)).toMatchObject({ status: 'planning', decide_by: null });
    expect(await refused(db.sql, id.kari, `say_go_on('${trial}')`)).toBe('trial_not_open');
    await act(db.sql, id.kari, agree(trial, 1));
  });

  test('did, where one of the two has said how it was', async () => {
    const trial = await openTrial(db.sql, id.amina, id.kari);
    await meet(db.sql, trial);
    await act(db.sql, id.amina, `say_go_on('${trial}')`);
    expect(await refused(db.sql, id.kari, plan(trial, 3))).toBe('trial_not_open');
  });

  test('and had no days left is planned anew when the coordinator gives more', async () => {
    const trial = await openTrial(db.sql, id.amina, id.kari);
    await meet(db.sql, trial);
    await db.sql`update public.trials set agree_by = now() - interval '2 days', status = 'undecided'`;
    expect(await refused(db.sql, id.amina, plan(trial, 3))).toBe('trial_not_open');
    await act(db.sql, id.ingrid, `extend_trial('${trial}')`);
    expect(await refused(db.sql, id.amina, plan(trial, 3))).toBeNull();
  });

  test.each([
    ['planned', null, (trial: string) => meet(db.sql, trial)],
    ['never planned, silence', null, () => db.sql`select private.run_due(now() + interval '22 days')`],
    ['stopped before anybody was silent', 'asked_recently', () => undefined],
    [
      'one has said go on',
      'asked_recently',
      async (trial: string) => {
        await meet(db.sql, trial);
        await act(db.sql, id.kari, `say_go_on('${trial}')`);
      },
    ],
  ])('and a coordinator ended it (%s): to ask again at once → %s', async (_what, key, happens) => {
    const trial = await openTrial(db.sql, id.amina, id.kari);
    await happens(trial);
    await act(db.sql, id.ingrid, `stop_trial('${trial}')`);
    expect(await refused(db.sql, id.amina, `send_request('${id.kari}', '${letter}')`)).toBe(key);
  });

  test('after a not us the days between two requests hold', async () => {
    const trial = await openTrial(db.sql, id.amina, id.kari);
    await meet(db.sql, trial);
    await act(db.sql, id.amina, `say_not_us('${trial}', 'time')`);
    expect(await refused(db.sql, id.amina, `send_request('${id.kari}', '${letter}')`)).toBe('asked_recently');
  });
});

test('more days are never fewer', async () => {
  const trial = await openTrial(db.sql, id.amina, id.kari);
  await act(db.sql, id.kari, plan(trial, 9));
  await act(db.sql, id.amina, agree(trial, 1));
  const { decide_by } = await rowOf(db.sql, 'trials', trial);
  await act(db.sql, id.ingrid, `extend_trial('${trial}')`);
  expect(await rowOf(db.sql, 'trials', trial)).toMatchObject({ decide_by });
});
