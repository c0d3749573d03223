/** The last step and the last gate at the same moment: the place opens once. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../tests/database.ts';
import { act } from './affair.ts';
import { addCoordinator, addPerson, id } from './cast.ts';
import { syncGround } from './cast-programmes.ts';
import { allAtOnce } from './crowd.ts';
import { syncForms } from './forms.ts';
import { askForSteps, finish, letIn, ready, tick } from './getting-ready.ts';
import { brokenRules } from './invariants.ts';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase('product', { max: 40 });
  await syncGround(db.sql);
  await syncForms(db.sql);
  await askForSteps(db.sql);
  await addCoordinator(db.sql, id.ingrid, 'free');
  await addPerson(db.sql, id.alma);
});
afterEach(async () => expect(await brokenRules(db.sql)).toEqual({}));
afterAll(() => db.close());

test('steps and gates in 60 windows at once: each is done once, and one mail says that she is ready', async () => {
  await letIn(db.sql, 'mentor');
  await act(db.sql, id.alma, finish('course', 'mentor'));
  const hers = { person: id.alma as string, call: ready(true, 'mentor') };
  const gates = ['interview', 'certificate', 'code-of-conduct'].map((gate) => ({
    person: id.ingrid as string,
    call: tick(gate),
  }));
  const outcome = await allAtOnce(db.sql, [
    ...Array(15)
      .fill([hers, ...gates])
      .flat(),
  ]);
  // Once she is ready, a gate is no longer ticked.
  expect(Object.keys(outcome).sort()).toEqual(['preparation_over', 'works']);
  const [count] = await db.sql`select
    (select count(*)::int from public.preparation_steps where person = ${id.alma}) as steps,
    (select count(*)::int from private.outbox where person = ${id.alma} and kind = 'mentor-ready') as mails,
    (select standing from public.mentors where person = ${id.alma}) as standing`;
  expect(count).toEqual({ steps: 5, mails: 1, standing: 'approved' });
});
