/** A call for a mentor: raised from who waits, told coarsely, answered by applying, and gone when too few are left. */
import { describe, expect, test } from 'vitest';
import { act, actAndTrace, refused, rowOf } from './affair.ts';
import { draft, letter, read, save, sent } from './applicant.ts';
import { id } from './cast.ts';
import { crowdInLine, crowdOfMentees } from './crowd.ts';
import { enoughOfMentor } from './forms.ts';
import { facts, openNeeds, type Facts } from './need.ts';
import { openTrial } from './town.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();

const raise = (about: Facts = {}, by: string = id.ingrid) =>
  act<string>(db.sql, by, `raise_need(${facts(about)})`);

const code = (need: string) => need.slice(0, 8);

describe('raising', () => {
  test('once there are enough who could be meant; Amina, and Walid who gets ready, are too few', async () => {
    expect(await refused(db.sql, id.ingrid, `raise_need(${facts({})})`)).toBe('need_too_narrow');
    await crowdOfMentees(db.sql, 1);
    const { events, mails } = await actAndTrace(db.sql, id.ingrid, `raise_need(${facts({})})`);
    expect([events, mails]).toEqual([['raise_need by ingrid'], []]);
  });
  test('somebody in a trial or who has left is not among them; who gets ready is', async () => {
    await crowdOfMentees(db.sql, 1);
    await openTrial(db.sql, id.amina, id.kari);
    await crowdOfMentees(db.sql, 1, { standing: 'left' });
    expect(await refused(db.sql, id.ingrid, `raise_need(${facts({})})`)).toBe('need_too_narrow');
    await crowdOfMentees(db.sql, 1, { standing: 'preparing' });
    expect(await refused(db.sql, id.ingrid, `raise_need(${facts({})})`)).toBe(null);
  });
  test('whoever is on the waiting list because nobody fits is among them, and nobody twice', async () => {
    const meant = async (about: Facts = {}) =>
      (await act<{ meant: number }>(db.sql, id.ingrid, `weigh_need(${facts(about)})`)).meant;
    const application = await sent(db.sql);
    const wait = (reason: string) =>
      act(db.sql, id.ingrid, `decide_application('${application}', 'wait', '${reason}', '${letter}')`);
    expect(await meant(), 'Amina and Walid; who is being read does not wait for a mentor').toBe(2);
    await wait('no-match-yet');
    expect(await meant()).toBe(3);
    expect(await meant({ language: 'en', region: 'zz-north', hours: 4, format: 'in-person' })).toBe(3);
    expect([await meant({ language: 'fi' }), await meant({ region: 'zz-south' }), await meant({ hours: 8 }), await meant({ format: 'online' })]).toEqual([0, 0, 0, 2]); // prettier-ignore
    await act(db.sql, id.ingrid, `ask_applicant('${application}', 'Which days?')`);
    expect(await meant(), 'a question costs no place').toBe(3);
    // A list of the programme's own brings her in while she stands in line: one person all the same.
    await db.sql`insert into public.mentees (person, programme, standing, field, specialism, languages, goals, formats,
        place, region, hours, about)
      select ${id.alma}, programme, standing, field, specialism, languages, goals, formats, place, region, hours, about from public.mentees where person = ${id.amina}`;
    expect(await meant()).toBe(3);
    await crowdInLine(db.sql, 1);
    expect(await meant()).toBe(4);
  });
  test('of a draft, of who waits for another reason, and of a mentor nothing counts', async () => {
    const [full] = await crowdInLine(db.sql, 1);
    await db.sql`update public.applications set reason = 'programme-full' where person = ${full!}`;
    await draft(db.sql);
    const mentor = await sent(db.sql, { person: id.signe, part: 'mentor' });
    await act(db.sql, id.ingrid, `decide_application('${mentor}', 'wait', 'no-match-yet', '${letter}')`);
    expect(await refused(db.sql, id.ingrid, `raise_need(${facts({})})`)).toBe('need_too_narrow');
  });
  test.each<[Facts, string]>([
    [{ field: '99' }, 'field_unknown'],
    [{ field: '2' }, 'field_unknown'],
    [{ language: 'xx' }, 'need_language_is_known'],
    [{ hours: 3 }, 'need_hours_are_known'],
    [{ format: 'pigeon' }, 'need_format_is_known'],
    [{ region: 'no-03' }, 'place_outside_programme'],
    [{ language: 'fi' }, 'need_too_narrow'],
    [{ hours: 8 }, 'need_too_narrow'],
  ])('%j is refused: %s', async (about, key) => {
    await crowdOfMentees(db.sql, 3);
    expect(await refused(db.sql, id.ingrid, `raise_need(${facts(about)})`)).toBe(key);
  });
  test('the same twice is one; a programme may demand more', async () => {
    await crowdOfMentees(db.sql, 3);
    await raise({ language: 'en' });
    expect(await refused(db.sql, id.ingrid, `raise_need(${facts({ language: 'en' })})`)).toBe(
      'need_open_already',
    );
    await db.sql`update public.programmes set rules = jsonb_set(rules, '{matching,least_people}', '9')`;
    const answer = await refused(db.sql, id.ingrid, `raise_need(${facts({ language: 'no' })})`);
    // Programmes are content: they stay from one test to the next.
    await db.sql`update public.programmes set rules = rules #- '{matching,least_people}'`;
    expect(answer).toBe('need_too_narrow');
  });
  test('a region says its own name; what could be left out is told', async () => {
    await crowdOfMentees(db.sql, 3, { place: 'zz-south-mill' });
    expect(await refused(db.sql, id.torstein, `raise_need(${facts({})})`)).toBe('need_region_not_yours');
    expect(await refused(db.sql, id.torstein, `raise_need(${facts({ region: 'zz-south' })})`)).toBe(null);
    expect(await act(db.sql, id.ingrid, `weigh_need(${facts({ region: 'zz-north', language: 'en' })})`)).toEqual({ least: 3, meant: 2, leave_out: ['region'] }); // prettier-ignore
    expect(await act(db.sql, id.ingrid, `weigh_need(${facts({ language: 'fi', format: 'online' })})`)).toEqual({ least: 3, meant: 0, leave_out: ['language'] }); // prettier-ignore
  });
});

describe('a visitor', () => {
  test('reads coarse facts and nothing else', async () => {
    await crowdOfMentees(db.sql, 3);
    const need = await raise({ language: 'en', region: 'zz-north', hours: 4, format: 'online' });
    expect(await openNeeds(db.sql)).toEqual([
      { code: code(need), programme: 'free', country: null, field: '25', language: 'en', region: 'zz-north', hours: 4, format: 'online' },
    ]); // prettier-ignore
  });
  test('no longer reads it from the moment too few are left, and after the clock never again', async () => {
    await crowdOfMentees(db.sql, 1);
    const need = await raise();
    await openTrial(db.sql, id.amina, id.kari);
    expect(await openNeeds(db.sql)).toEqual([]);
    expect(await refused(db.sql, id.signe, `answer_need('${code(need)}', 'nb')`)).toBe('need_filled');
    await db.sql`select private.run_due()`;
    await crowdOfMentees(db.sql, 3);
    expect(await openNeeds(db.sql)).toEqual([]);
    expect(await rowOf(db.sql, 'needs', need)).toMatchObject({ reason: 'filled' });
  });
});

describe('the end', () => {
  test('after sixty days by itself, unless it is prolonged', async () => {
    await crowdOfMentees(db.sql, 2);
    const [stays, goes] = [await raise({ language: 'en' }), await raise()];
    await db.sql`update public.needs set expires_on = current_date`;
    expect(await openNeeds(db.sql)).toHaveLength(2);
    const { events } = await actAndTrace(db.sql, id.ingrid, `prolong_need('${stays}')`);
    expect(events).toEqual(['prolong_need by ingrid']);
    const clock = () => db.sql`select private.run_due(now() + interval '1 day') ->> 'needs' as needs`;
    expect((await clock())[0]!.needs).toBe('1');
    expect((await clock())[0]!.needs).toBe('0');
    expect(await rowOf(db.sql, 'needs', goes)).toMatchObject({ reason: 'expired' });
    expect((await openNeeds(db.sql)).map((need) => need.code)).toEqual([code(stays)]);
    expect(await refused(db.sql, id.ingrid, `prolong_need('${goes}')`)).toBe('need_closed');
  });
  test('or by its desk, with a reason, once', async () => {
    await crowdOfMentees(db.sql, 2);
    const need = await raise();
    expect(await refused(db.sql, id.ingrid, `close_need('${need}', 'filled')`)).toBe('choice_unknown');
    const { events } = await actAndTrace(db.sql, id.ingrid, `close_need('${need}', 'found')`);
    expect(events).toEqual(['close_need by ingrid']);
    expect(await refused(db.sql, id.ingrid, `close_need('${need}', 'found')`)).toBe('need_closed');
    expect(await refused(db.sql, id.signe, `answer_need('${code(need)}', 'nb')`)).toBe('need_filled');
    // What is over may be raised anew.
    await raise();
  });
  test('twelve months later it is forgotten', async () => {
    await crowdOfMentees(db.sql, 2);
    const need = await raise();
    await act(db.sql, id.ingrid, `close_need('${need}', 'found')`);
    const forget = async (months: number) =>
      (await db.sql`select private.forget(now() + make_interval(months => ${months})) -> 'needs' as n`)[0]!.n;
    expect([await forget(11), await forget(13)]).toEqual([0, 1]);
  });
});

describe('an answer', () => {
  test('is an application that the desk finds at the need, and the need at it, once it is sent', async () => {
    await crowdOfMentees(db.sql, 2);
    const need = await raise({ language: 'en' });
    const { events } = await actAndTrace(db.sql, id.alma, `answer_need('${code(need)}', 'nb')`);
    expect(events).toEqual(['begin_application by alma', 'answer_need by alma']);
    const application = await act<string>(db.sql, id.alma, `answer_need('${code(need)}', 'nb')`);
    const answers = async () =>
      (await act<{ needs: { answers: object[] }[] }>(db.sql, id.ingrid, `supply_and_demand('free')`)).needs[0]!.answers; // prettier-ignore
    expect(await answers()).toEqual([]);
    await act(db.sql, id.alma, save(application, enoughOfMentor));
    await act(db.sql, id.alma, `send_application('${application}')`);
    expect(await answers()).toEqual([{ application, name: 'Alma', status: 'sent' }]);
    const cameBy = {
      company: null,
      needs: [{ code: code(need), field: '25', language: 'en', region: null, hours: null, format: null }],
    };
    expect((await read(db.sql, application)).came_by).toEqual(cameBy);
    const queue = await act<{ items: object[] }>(db.sql, id.ingrid, 'application_queue(null, null)');
    expect(queue.items).toEqual([expect.objectContaining({ id: application, came_by: cameBy })]);
  });
  test('of somebody who has applied already is linked as well; a mentor of the programme has no need to', async () => {
    await crowdOfMentees(db.sql, 2);
    const need = await raise();
    const application = await sent(db.sql, { part: 'mentor' });
    expect(await act(db.sql, id.alma, `answer_need('${code(need)}', 'nb')`)).toBe(application);
    expect((await read(db.sql, application)).came_by).toMatchObject({ needs: [{ code: code(need) }] });
    expect(await refused(db.sql, id.kari, `answer_need('${code(need)}', 'nb')`)).toBe('in_programme_already');
    expect(await refused(db.sql, id.alma, `answer_need('none', 'nb')`)).toBe('need_filled');
  });
});
