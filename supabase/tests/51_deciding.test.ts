/** A coordinator decides: each decision with its letter, and a yes with its place. */
import { describe, expect, test } from 'vitest';
import { act, actAndTrace, refused, rowOf } from './affair.ts';
import { decide, letter, sent } from './applicant.ts';
import { id } from './cast.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const row = (application: string) => rowOf(db.sql, 'applications', application);

describe('decide', () => {
  test('yes: a place in the programme out of her answers, approved, and a letter', async () => {
    const different = { gender: undefined, specialism: ' Databases ', prefers_gender: 'woman' };
    const application = await sent(db.sql, { different });
    const { events, mails } = await actAndTrace(db.sql, id.ingrid, decide(application, 'accept'));
    expect(events).toEqual(['decide_application by ingrid']);
    expect(mails).toEqual(['application-decided to alma']);
    const [place] = await db.sql`select * from public.mentees where person = ${id.alma}`;
    expect(place).toMatchObject({
      programme: 'free', standing: 'approved', field: '2512', specialism: 'Databases', goals: ['cv', 'network'],
      formats: ['in-person'], place: 'zz-north-bay', region: 'zz-north', hours: 4,
      // The programme does not ask whom she would rather meet, so it is not kept.
      prefers_gender: 'any',
    }); // prettier-ignore
    expect(await act(db.sql, id.alma, 'my_applications()')).toMatchObject({
      applications: [{ status: 'accepted', letter, reason: 'ready', ahead: null }],
    });
    const [mail] = await db.sql`select params from private.outbox where kind = 'application-decided'`;
    expect(mail!.params).toEqual({ letter });
    expect(await act(db.sql, id.alma, 'find_mentors()')).toBeTruthy();
  });
  test('what she likes and the wish for her mother tongue come along, where they count; an older form asked in words', async () => {
    const accepted = async (interests: string) => {
      const application = await sent(db.sql);
      await db.sql`update public.applications set answers = answers || ${`{"interests": ${interests}, "prefers_tongue": "own"}`}::text::jsonb`;
      await act(db.sql, id.ingrid, decide(application, 'accept'));
      const [place] =
        await db.sql`select interests, prefers_tongue from public.mentees where person = ${id.alma}`;
      await db.sql`delete from public.mentees where person = ${id.alma}`;
      await db.sql`update public.applications set status = 'withdrawn' where id = ${application}`;
      return place;
    };
    expect(await accepted('["music"]')).toEqual({ interests: [], prefers_tongue: 'own' });
    await db.sql`update public.programmes set rules = jsonb_set(rules, '{weights,interests}', '5') where key = 'free'`;
    expect(await accepted('["music"]')).toEqual({ interests: ['music'], prefers_tongue: 'own' });
    expect(await accepted('"Music, and long walks"')).toEqual({ interests: [], prefers_tongue: 'own' });
  });
  test('yes to a mentor, who is then found; formats that nobody asked for are the programme’s', async () => {
    await db.sql`update public.programmes set rules = jsonb_set(rules, '{course,formats}', '["online"]') where key = 'free'`;
    const application = await sent(db.sql, { part: 'mentor', different: { formats: ['in-person'] } });
    await db.sql`update public.applications set answers = answers - 'formats' || '{"migrated": "yes"}'`;
    await act(db.sql, id.ingrid, decide(application, 'accept'));
    const [open] =
      await db.sql`select free, migrated, formats from public.open_mentors where person = ${id.alma}`;
    expect(open).toEqual({ free: 1, migrated: true, formats: 2 });
    await db.sql`update public.programmes set rules = rules #- '{course,formats}' where key = 'free'`;
  });
  test('no yes to somebody who has the place already, which stays as it is; a no is possible', async () => {
    const application = await sent(db.sql);
    await db.sql`insert into public.mentees (person, programme, standing, field, languages, goals, formats, place, region, hours,
        about, approved_at)
      select ${id.alma}, programme, standing, field, languages, goals, formats, place, region, hours, about, approved_at
      from public.mentees where person = ${id.amina}`;
    const place = () => db.sql`select * from public.mentees where person = ${id.alma}`;
    const before = await place();
    expect(await refused(db.sql, id.ingrid, decide(application, 'accept'))).toBe('has_place_already');
    await act(db.sql, id.ingrid, decide(application, 'decline'));
    expect(await place()).toEqual(before);
  });
  test('yes to somebody with a place elsewhere moves her, unless something is going on there', async () => {
    const application = await sent(db.sql, {
      person: id.amina,
      programme: 'careful',
      different: { coffee: 'x' },
    });
    await db.sql`update public.mentees set asking = 1 where person = ${id.amina}`;
    expect(await refused(db.sql, id.birthe, decide(application, 'accept'))).toBe('programme_in_use');
    await db.sql`update public.mentees set asking = 0 where person = ${id.amina}`;
    await act(db.sql, id.birthe, decide(application, 'accept'));
    expect(
      (await db.sql`select programme from public.mentees where person = ${id.amina}`)[0]!.programme,
    ).toBe('careful');
  });
  test('a mentor who moves to where fewer mentees at once are allowed has as many as are allowed', async () => {
    await db.sql`update public.mentors set capacity = 5 where person = ${id.kari}`;
    await db.sql`update public.programmes set rules = jsonb_set(rules, '{limits,capacity_max}', '2') where key = 'careful'`;
    const application = await sent(db.sql, { person: id.kari, part: 'mentor', programme: 'careful' });
    await act(db.sql, id.birthe, decide(application, 'accept'));
    const [place] = await db.sql`select programme, capacity from public.mentors where person = ${id.kari}`;
    expect(place).toEqual({ programme: 'careful', capacity: 2 });
  });
  test('answers that make no place: what is missing is asked first', async () => {
    const application = await sent(db.sql);
    await db.sql`update public.applications set answers = answers - 'field' where id = ${application}`;
    expect(await refused(db.sql, id.ingrid, decide(application, 'accept'))).toBe('application_incomplete');
    expect(await row(application)).toMatchObject({ status: 'sent' });
  });
  test.each([
    ['wait', 'waiting', false],
    ['prepare', 'preparing', false],
    ['redirect', 'redirected', true],
    ['decline', 'declined', true],
  ])('%s: %s', async (decision, status, over) => {
    const application = await sent(db.sql);
    await act(db.sql, id.ingrid, decide(application, decision));
    const now = await row(application);
    expect([now.status, now.decided_at !== null]).toEqual([status, over]);
    expect(await refused(db.sql, id.ingrid, decide(application, decision))).toBe('application_decided');
    // Who waits can still be let in, and what is over is over.
    expect(await refused(db.sql, id.ingrid, decide(application, 'accept'))).toBe(
      over ? 'application_decided' : null,
    );
    const [count] =
      await db.sql`select count(*)::int as n from private.outbox where kind = 'application-decided'`;
    expect(count).toEqual({ n: over ? 1 : 2 });
  });
  test('what a colleague decided meanwhile is not decided over', async () => {
    const application = await sent(db.sql);
    await act(db.sql, id.ingrid, decide(application, 'wait', 'sent'));
    expect(await refused(db.sql, id.ingrid, decide(application, 'decline', 'sent'))).toBe(
      'application_decided',
    );
    expect(await refused(db.sql, id.ingrid, decide(application, 'decline', 'waiting'))).toBeNull();
  });
  test.each([
    [`'maybe', 'ready', '${letter}'`, 'choice_unknown'],
    [`'decline', null, '${letter}'`, 'choice_unknown'],
    [`'decline', 'She is not nice.', '${letter}'`, 'application_reason_is_a_key'],
    [`'decline', 'other', '  '`, 'message_missing'],
    [`'decline', 'other', 'No.'`, 'application_letter_length'],
    [`'decline', 'other', '${'\u200b'.repeat(20)}'`, 'application_letter_length'],
  ])('%s: %s', async (args, key) => {
    const application = await sent(db.sql);
    expect(await refused(db.sql, id.ingrid, `decide_application('${application}', ${args})`)).toBe(key);
  });
});
