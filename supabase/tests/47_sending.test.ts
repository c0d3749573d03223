/** Rules that change between draft and sending: told once, and then a human decides as always. */
import { afterEach, describe, expect, test } from 'vitest';
import { act, refused, rowOf } from './affair.ts';
import { draft } from './applicant.ts';
import { id } from './cast.ts';
import { imported, row as rowOfFile } from './imports.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
// Programmes are not people's, so the town keeps them from test to test.
afterEach(() => db.sql`delete from public.programme_rules where programme = 'free' and since > '2026-01-01'`);
const row = (application: string) => rowOf(db.sql, 'applications', application);

test('what is sent holds answers to what was asked, and to nothing else', async () => {
  const unasked = { student: true, prefers_gender: 'woman', arrival_year: 2019 };
  const application = await draft(db.sql, { different: { ...unasked, came_as: 'born-here' } });
  expect((await row(application)).answers).toMatchObject(unasked);
  await act(db.sql, id.alma, `send_application('${application}')`);
  const answers = (await row(application)).answers as Record<string, unknown>;
  expect(answers).toMatchObject({ came_as: 'born-here', shown_name: expect.any(String) });
  expect(Object.keys(answers).filter((key) => key in unasked)).toEqual([]);
});

test('a draft of somebody who has been brought in since is not sent; she can throw it away', async () => {
  const application = await draft(db.sql);
  await imported(db.sql, [rowOfFile(2, { email: `${id.alma}@example.org` })], { part: 'mentee' });
  expect(await refused(db.sql, id.alma, `send_application('${application}')`)).toBe('in_programme_already');
  await act(db.sql, id.alma, `withdraw_application('${application}')`);
  expect(await row(application)).toEqual({});
});

describe('a rule that changed between draft and sending', () => {
  const stricter = (since: string) =>
    db.sql`insert into public.programme_rules (programme, since, rules)
      select 'free', ${since}::date, jsonb_set(rules, '{who,status}', '"refugee"') from public.programme_rules where programme = 'free'`;
  const send = (application: string) => act(db.sql, id.alma, `send_application('${application}')`);

  test('is told once, and sending again goes through with the rules of the day', async () => {
    const application = await draft(db.sql, { different: { came_as: 'work' } });
    const [today] = await db.sql`select current_date::text as day`;
    await stricter(today!.day as string);
    expect(await send(application)).toEqual({ status: 'draft', missing: [], changed: ['status'] });
    expect((await row(application)).status).toBe('draft');
    expect(await send(application)).toEqual({ status: 'sent', missing: [] });
    expect((await row(application)).eligibility).toMatchObject({
      since: today!.day,
      unmet: [{ rule: 'status' }],
    });
  });
  test('says nothing of what holds from tomorrow, nor of what she was told before', async () => {
    const application = await draft(db.sql, { different: { came_as: 'work', place: 'dk-0101' } });
    const [tomorrow] = await db.sql`select (current_date + 1)::text as day`;
    await stricter(tomorrow!.day as string);
    expect(await send(application)).toEqual({ status: 'sent', missing: [] });
  });
});
