/** An applicant's way into the line: begin, answer, send. */
import { describe, expect, test } from 'vitest';
import { act, actAndTrace, refused, rowOf } from './affair.ts';
import { decide, draft, mine, save, sent, type Mine } from './applicant.ts';
import { id } from './cast.ts';
import { enough, syncForms } from './forms.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const begin = (programme = 'free', part = 'mentee') => `begin_application('${programme}', '${part}', 'nb')`;
const row = (application: string) => rowOf(db.sql, 'applications', application);

describe('begin', () => {
  test('once however often, and nobody else knows', async () => {
    const first = await act<string>(db.sql, id.alma, begin());
    expect(await act(db.sql, id.alma, begin())).toBe(first);
    expect(await mine(db.sql)).toMatchObject([{ id: first, status: 'draft', answers: {} }]);
    expect(await refused(db.sql, id.ingrid, `read_application('${first}')`)).toBe('application_unknown');
    const other = await act<string>(db.sql, id.alma, begin('free', 'mentor'));
    expect(other).not.toBe(first);
  });
  test('what is known already is filled in, but no promise and no consent', async () => {
    const application = await act<string>(db.sql, id.amina, begin('careful'));
    const { answers } = await row(application);
    expect(answers).toMatchObject({
      shown_name: 'amina',
      field: '2512',
      goals: ['job-search', 'network'],
      hours: 4,
    });
    expect(Object.keys(answers as object).sort()).toEqual(
      ['about', 'field', 'formats', 'goals', 'hours', 'languages', 'place', 'prefers_gender', 'shown_name'], // prettier-ignore
    );
    await sent(db.sql);
    const next = await act<string>(db.sql, id.alma, begin('careful'));
    const { goals, shown_name, commitment, consent_store } = (await row(next)).answers as typeof enough;
    expect([goals, shown_name, commitment, consent_store]).toEqual([
      enough.goals,
      'Alma',
      undefined,
      undefined,
    ]);
  });
  test.each([
    [begin('nowhere'), 'programme_unknown'],
    [begin('free', 'hero'), 'form_unknown'],
    [`begin_application('free', 'mentee', 'xx')`, 'application_locale_is_known'],
  ])('%s: %s', async (call, key) => {
    expect(await refused(db.sql, id.alma, call)).toBe(key);
  });
  test('who is in the programme need not apply again', async () => {
    expect(await refused(db.sql, id.amina, begin())).toBe('in_programme_already');
    expect(await refused(db.sql, id.amina, begin('free', 'mentor'))).toBeNull();
  });
  test('thirty in a month are enough', async () => {
    for (let nr = 0; nr < 30; nr++)
      await sent(db.sql).then((a) => act(db.sql, id.alma, `withdraw_application('${a}')`));
    expect(await refused(db.sql, id.alma, begin())).toBe('too_many_applications');
  });
  test('a draft follows a newer form, and what was sent stays with its own', async () => {
    const application = await draft(db.sql);
    const other = await sent(db.sql, { programme: 'guarded', different: { prefers_gender: 'any' } });
    await syncForms(db.sql, 950);
    await act(db.sql, id.alma, begin());
    await act(db.sql, id.alma, begin('guarded'));
    expect(await row(application)).toMatchObject({
      form_version: 950,
      revision: 2,
      answers: { shown_name: 'Alma' },
    });
    expect(await row(other)).toMatchObject({ form_version: 900 });
    await db.sql`delete from public.applications`;
    await db.sql`delete from public.forms where version = 950`;
  });
});

describe('save', () => {
  test('answers the revision, how the rules stand, and where else she could apply', async () => {
    const application = await act<string>(db.sql, id.alma, begin('guarded'));
    const answer = await act<{ revision: number; eligibility: Mine['eligibility']; elsewhere: string[] }>(
      db.sql, id.alma, save(application, { languages: [['en', 'C1']], place: 'zz-north-bay' }),
    ); // prettier-ignore
    expect(answer.revision).toBe(1);
    expect(answer.eligibility).toMatchObject({
      met: ['area'],
      unmet: [{ rule: 'language' }],
      open: ['commitment'],
    });
    expect(answer.elsewhere).toEqual(expect.arrayContaining(['free', 'careful']));
    expect(answer.elsewhere).not.toContain('guarded');
  });
  test('another window is told, and the same answers once more are fine', async () => {
    const application = await act<string>(db.sql, id.alma, begin());
    await act(db.sql, id.alma, save(application, { hours: 3 }, 0));
    expect(await refused(db.sql, id.alma, save(application, { hours: 5 }, 0))).toBe('application_changed');
    expect(await act(db.sql, id.alma, save(application, { hours: 3 }, 0))).toMatchObject({ revision: 1 });
    expect(await act(db.sql, id.alma, save(application, { hours: 5 }, 1))).toMatchObject({ revision: 2 });
  });
  test.each<[object, string]>([
    [{ unheard_of: 1 }, 'answers_malformed'],
    [{ hours: 'four' }, 'answers_malformed'],
    [[], 'answers_malformed'],
  ])('%j: %s', async (answers, key) => {
    const application = await act<string>(db.sql, id.alma, begin());
    expect(await refused(db.sql, id.alma, save(application, answers))).toBe(key);
  });
  test('what is sent is not written on', async () => {
    const application = await sent(db.sql);
    expect(await refused(db.sql, id.alma, save(application, { hours: 3 }, 1))).toBe('application_not_open');
    expect(await refused(db.sql, id.amina, save(application, { hours: 3 }, 1))).toBe('application_unknown');
  });
});

describe('send', () => {
  test('says what is missing and sends nothing', async () => {
    const application = await draft(db.sql, { different: { goals: [], consent_store: false } });
    const { answer, events, mails } = await actAndTrace(
      db.sql,
      id.alma,
      `send_application('${application}')`,
    );
    expect(answer).toEqual({ status: 'draft', missing: ['consent_store', 'goals'] });
    expect([events, mails]).toEqual([[], []]);
  });
  test('once however often: a name, a place in line, a receipt', async () => {
    const application = await draft(db.sql);
    const first = await actAndTrace(db.sql, id.alma, `send_application('${application}')`);
    expect(first).toEqual({
      answer: { status: 'sent', missing: [] },
      events: ['send_application by alma'],
      mails: ['application-sent to alma'],
    });
    const again = await actAndTrace(db.sql, id.alma, `send_application('${application}')`);
    expect(again).toMatchObject({ answer: { status: 'sent', missing: [] }, events: [], mails: [] });
    const [person] = await db.sql`select shown_name, locale from public.people where id = ${id.alma}`;
    expect(person).toEqual({ shown_name: 'Alma', locale: 'nb' });
    const [{ days }] = (await db.sql`select due_on - sent_at::date as days from public.applications`) as unknown as [{ days: number }]; // prettier-ignore
    expect(days).toBe(21);
  });
  test('a rule that is not met does not hinder, and is stored as of that day', async () => {
    const application = await draft(db.sql, { different: { place: 'dk-0101', commitment: false } });
    await act(db.sql, id.alma, `send_application('${application}')`);
    const unmet = ((await row(application)).eligibility as Mine['eligibility']).unmet.map(({ rule }) => rule);
    expect(unmet).toEqual(['area', 'commitment']);
    // A name that is there stays as it is.
    await sent(db.sql, { person: id.amina, programme: 'careful', different: { coffee: 'black' } });
    expect((await db.sql`select shown_name from public.people where id = ${id.amina}`)[0]!.shown_name).toBe(
      'amina',
    );
  });
  test('how many are before her in the same line', async () => {
    await sent(db.sql, { person: id.signe });
    await sent(db.sql, { person: id.kari });
    await sent(db.sql, { person: id.lin, programme: 'careful', different: { coffee: 'black' } });
    const application = await sent(db.sql);
    expect(await mine(db.sql)).toMatchObject([{ ahead: 2, status: 'sent' }]);
    await act(db.sql, id.signe, `withdraw_application('${(await mine(db.sql, id.signe))[0]!.id}')`);
    expect(await mine(db.sql)).toMatchObject([{ ahead: 1 }]);
    await act(db.sql, id.ingrid, decide(application, 'wait'));
    // Another line: for a mentor.
    expect(await mine(db.sql)).toMatchObject([{ ahead: 0, status: 'waiting' }]);
  });
});
