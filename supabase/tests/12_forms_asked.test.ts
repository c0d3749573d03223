/** What is told of a life: asked where a programme needs it, kept with a yes, read at its desk, and the first to go. */
import { beforeEach, expect, test } from 'vitest';
import { act, actAndTrace, refused, rowOf } from './affair.ts';
import { decide, draft, read, save, sent } from './applicant.ts';
import { id } from './cast.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const told = { life: ['own-health'], energy: 'little', consent_life: true };
const asks = (yes: boolean) =>
  db.sql`update public.programmes set rules = jsonb_set(rules, '{intake,ask_life_situation}', to_jsonb(${yes}::boolean))
    where key = 'free'`;
const answers = async (application: string) =>
  (await rowOf(db.sql, 'applications', application)).answers as Record<string, unknown>;
const send = (application: string) => act(db.sql, id.alma, `send_application('${application}')`);
beforeEach(() => asks(true));

test('is not sent without a yes of its own, and is with it', async () => {
  const application = await draft(db.sql, { different: { ...told, consent_life: undefined } });
  expect(await send(application)).toEqual({ status: 'draft', missing: ['consent_life'] });
  await act(db.sql, id.alma, save(application, { ...(await answers(application)), consent_life: true }, 1));
  expect(await send(application)).toEqual({ status: 'sent', missing: [] });
  expect(await answers(application)).toMatchObject(told);
});

test('whoever tells nothing is asked for no yes', async () => {
  expect(await answers(await sent(db.sql))).not.toHaveProperty('consent_life');
});

test('where the programme does not ask, nothing of it is kept when it is sent', async () => {
  await asks(false);
  const application = await sent(db.sql, { different: told });
  expect(Object.keys(await answers(application))).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/life|energy/)]),
  );
});

test('is read at the programme’s own desk, and goes into no other application', async () => {
  const application = await sent(db.sql, { different: told });
  expect(await read(db.sql, application)).toMatchObject({ answers: told });
  expect(await refused(db.sql, id.kari, `read_application('${application}')`)).toBe('application_unknown');
  const other = await act<string>(db.sql, id.alma, `begin_application('careful', 'mentee', 'nb')`);
  expect(Object.keys(await answers(other))).toEqual(expect.arrayContaining(['shown_name', 'about']));
  for (const key of Object.keys(told)) expect(await answers(other)).not.toHaveProperty(key);
});

test('can be taken back at any time, and the application goes on without; a draft is changed in the form', async () => {
  const application = await sent(db.sql, { different: told });
  const back = `take_back_life('${application}')`;
  expect(await refused(db.sql, id.ingrid, back)).toBe('application_unknown');
  expect((await actAndTrace(db.sql, id.alma, back)).events).toEqual(['take_back_life by alma']);
  for (const key of Object.keys(told)) expect(await answers(application)).not.toHaveProperty(key);
  expect(await rowOf(db.sql, 'applications', application)).toMatchObject({ status: 'sent' });
  // Once more there is nothing to take back.
  expect((await actAndTrace(db.sql, id.alma, back)).events).toEqual([]);
  const begun = await draft(db.sql, { programme: 'careful', different: told });
  expect(await refused(db.sql, id.alma, `take_back_life('${begun}')`)).toBe('application_not_open');
});

test('goes thirty days after the decision, or after it was taken back; all else stays its time', async () => {
  const forget = async (days: number) =>
    Number(
      (await db.sql`select private.forget_lives(now() + make_interval(days => ${days})) as gone`)[0]!.gone,
    );
  const decided = await sent(db.sql, { different: told });
  const back = await sent(db.sql, { person: id.signe, different: told });
  // While a human has not answered it is needed.
  expect(await forget(400)).toBe(0);
  await act(db.sql, id.ingrid, decide(decided, 'decline'));
  await act(db.sql, id.signe, `withdraw_application('${back}')`);
  expect([await forget(29), await forget(31), await forget(31)]).toEqual([0, 2, 0]);
  for (const application of [decided, back]) {
    const { life, energy, consent_life, hours } = await answers(application);
    expect([life, energy, consent_life, hours]).toEqual([undefined, undefined, undefined, 4]);
  }
});
