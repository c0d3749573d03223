/** A request's whole life: sent, asked about, answered, taken back; what each leaves behind, and when it is refused. */
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { asPerson } from '../../tests/database.ts';
import { act, actAndTrace, refused, rowOf } from './affair.ts';
import { addMentor, id } from './cast.ts';
import { ask, letter, openMatch, openTrial } from './town.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();

const send = (mentor: string, words = letter) => `send_request('${mentor}', '${words}')`;
const anotherMentor = async () => {
  const mentor = randomUUID();
  await addMentor(db.sql, mentor);
  return mentor;
};

describe('sending', () => {
  test('leaves a request with its fit, a letter, an event and a mail, and takes the draft away', async () => {
    await act(db.sql, id.amina, `save_draft('request/${id.kari}', '{"message":"I would"}')`);
    const { answer, events, mails } = await actAndTrace(db.sql, id.amina, send(id.kari, `  ${letter}  `));
    expect(events).toEqual(['send_request by amina']);
    expect(mails).toEqual(['request-sent to kari']);
    expect(await rowOf(db.sql, 'requests', answer as string)).toMatchObject({
      status: 'open', mentee: id.amina, mentor: id.kari, programme: 'free', proposed_by: null, answered_at: null,
      desks: ['free', 'free/zz-north'],
    }); // prettier-ignore
    const [row] = await db.sql`select message, score, jsonb_array_length(reasons) as reasons,
      extract(day from expires_at - sent_at)::int as days from public.requests join public.letters on request = id`;
    expect(row).toMatchObject({ message: letter, days: 7 });
    expect(row!.score).toBeGreaterThan(5000);
    expect(row!.reasons).toBeGreaterThan(3);
    expect(await db.sql`select from public.drafts`).toHaveLength(0);
  });

  test('stands at the desks of both regions', async () => {
    const request = await ask(db.sql, id.amina, id.jonas);
    expect((await rowOf(db.sql, 'requests', request)).desks).toEqual([
      'free',
      'free/zz-north',
      'free/zz-south',
    ]);
  });

  test('three at a time, as the programme says; a fourth when one is over', async () => {
    const others = [await anotherMentor(), await anotherMentor()];
    const first = await ask(db.sql, id.amina, id.kari);
    await ask(db.sql, id.amina, id.jonas);
    await ask(db.sql, id.amina, others[0]!);
    expect(await refused(db.sql, id.amina, send(others[1]!))).toBe('too_many_open_requests');
    await act(db.sql, id.amina, `withdraw_request('${first}')`);
    expect(await refused(db.sql, id.amina, send(others[1]!))).toBeNull();
  });

  test('nobody is asked twice within the pause, and again after it', async () => {
    const request = await ask(db.sql, id.amina, id.kari);
    expect(await refused(db.sql, id.amina, send(id.kari))).toBe('asked_recently');
    await act(db.sql, id.kari, `decline_request('${request}', 'no-time')`);
    expect(await refused(db.sql, id.amina, send(id.kari))).toBe('asked_recently');
    await db.sql`update public.requests set opened_at = now() - interval '89 days'`;
    expect(await refused(db.sql, id.amina, send(id.kari))).toBe('asked_recently');
    await db.sql`update public.requests set opened_at = now() - interval '91 days'`;
    expect(await refused(db.sql, id.amina, send(id.kari))).toBeNull();
  });

  test('not during a trial, nor a match', async () => {
    await openTrial(db.sql, id.amina, id.kari);
    expect(await refused(db.sql, id.amina, send(id.jonas))).toBe('trial_stands');
    await openMatch(db.sql, id.dawit, id.jonas);
    expect(await refused(db.sql, id.dawit, send(id.lin))).toBe('match_stands');
  });

  test('not to somebody full, paused, unknown or who blocked her', async () => {
    await db.sql`update public.mentors set taken = capacity where person = ${id.kari}`;
    expect(await refused(db.sql, id.amina, send(id.kari))).toBe('mentor_full');
    await db.sql`update public.mentors set taken = 0 where person = ${id.kari}`;
    await db.sql`update public.mentors set paused_from = current_date where person = ${id.kari}`;
    expect(await refused(db.sql, id.amina, send(id.kari))).toBe('mentor_unknown');
    expect(await refused(db.sql, id.amina, send(randomUUID()))).toBe('mentor_unknown');
    await db.sql`insert into public.marks (person, other, mark) values (${id.jonas}, ${id.amina}, 'blocked')`;
    expect(await refused(db.sql, id.amina, send(id.jonas))).toBe('mentor_unknown');
  });

  test.each([
    ['', 'message_missing'],
    ['   ', 'message_missing'],
    ['too short', 'message_length'],
    ['x'.repeat(1001), 'message_length'],
    // Nothing that anybody could see.
    ['\u200b'.repeat(20), 'message_length'],
    ['x'.repeat(1000), null],
    [`<script>alert(1)</script> ''; drop table x`, null],
  ])('the letter "%.30s" → %s', async (words, key) => {
    expect(await refused(db.sql, id.amina, send(id.kari, words))).toBe(key);
  });
});

describe('taking it back', () => {
  test('from open and from asked, once', async () => {
    const request = await ask(db.sql, id.amina, id.kari);
    const { events, mails } = await actAndTrace(db.sql, id.amina, `withdraw_request('${request}')`);
    expect(events).toEqual(['withdraw_request by amina']);
    expect(mails).toEqual(['request-withdrawn to kari']);
    expect(await refused(db.sql, id.amina, `withdraw_request('${request}')`)).toBe('request_not_open');
    const other = await ask(db.sql, id.amina, id.jonas);
    await act(db.sql, id.jonas, `ask_about_request('${other}', 'Why me, of all?')`);
    expect(await refused(db.sql, id.amina, `withdraw_request('${other}')`)).toBeNull();
  });
});

describe("the mentor's three answers", () => {
  test('yes opens a trial and closes her other requests, kindly', async () => {
    const others = [await ask(db.sql, id.amina, id.jonas), await ask(db.sql, id.amina, id.lin)];
    const request = await ask(db.sql, id.amina, id.kari);
    const { answer, events, mails } = await actAndTrace(db.sql, id.kari, `accept_request('${request}')`);
    expect(events.sort()).toEqual(['accept_request by kari', 'close_request by kari', 'close_request by kari', 'open_trial by kari']); // prettier-ignore
    expect(mails.sort()).toEqual([
      'request-accepted to amina',
      'request-closed to jonas',
      'request-closed to lin',
    ]);
    expect(await rowOf(db.sql, 'trials', answer as string)).toMatchObject({
      status: 'planning',
      standing: true,
    });
    for (const other of others)
      expect(await rowOf(db.sql, 'requests', other)).toMatchObject({ status: 'closed' });
    expect(await refused(db.sql, id.kari, `accept_request('${request}')`)).toBe('request_not_open');
    expect(await refused(db.sql, id.jonas, `accept_request('${others[0]}')`)).toBe('request_not_open');
  });

  test('no, with a reason from the list', async () => {
    const request = await ask(db.sql, id.amina, id.kari);
    expect(await refused(db.sql, id.kari, `decline_request('${request}', null)`)).toBe('no_has_a_reason');
    expect(await refused(db.sql, id.kari, `decline_request('${request}', 'because')`)).toBe(
      'reason_is_known',
    );
    const { events, mails } = await actAndTrace(
      db.sql,
      id.kari,
      `decline_request('${request}', 'wrong-field')`,
    );
    expect(events).toEqual(['decline_request by kari']);
    expect(mails).toEqual(['request-declined to amina']);
    expect(await rowOf(db.sql, 'requests', request)).toMatchObject({ status: 'declined' });
    const reason = async (person: string) =>
      (await asPerson(db.sql, person, (as) => as`select reason from public.declines`)).map((row) => row.reason as string); // prettier-ignore
    expect([await reason(id.kari), await reason(id.ingrid)]).toEqual([['wrong-field'], ['wrong-field']]);
    // A coordinator who looks for a mentor herself reads no more than others do.
    await db.sql`insert into public.coordinators (person, programme) values (${id.amina}, 'free')`;
    // The mentor was promised that the mentee never hears it: not on her page, not over the API, not by mail.
    expect(await reason(id.amina)).toEqual([]);
    const rows = await asPerson(
      db.sql,
      id.amina,
      (as) => as`select to_jsonb(r) as row from public.requests r`,
    );
    const told = await db.sql`select params from private.outbox where kind = 'request-declined'`;
    const reads = JSON.stringify([await act(db.sql, id.amina, 'my_page()'), rows, told]);
    expect(reads).toContain(request);
    expect(reads).not.toMatch(/wrong-field|"reason":/);
    expect(await refused(db.sql, id.kari, `accept_request('${request}')`)).toBe('request_not_open');
  });

  test('a question, once, and the reply', async () => {
    const request = await ask(db.sql, id.amina, id.kari);
    expect(await refused(db.sql, id.kari, `ask_about_request('${request}', ' ')`)).toBe('message_missing');
    expect(await refused(db.sql, id.kari, `ask_about_request('${request}', 'Hm?')`)).toBe('question_length');
    expect(await refused(db.sql, id.kari, `ask_about_request('${request}', '${'\u200b'.repeat(5)}')`)).toBe('question_length'); // prettier-ignore
    expect(await refused(db.sql, id.amina, `reply_to_request('${request}', 'Unasked.')`)).toBe(
      'request_not_open',
    );
    const asked = await actAndTrace(db.sql, id.kari, `ask_about_request('${request}', 'Which tools?')`);
    expect([asked.events, asked.mails]).toEqual([
      ['ask_about_request by kari'],
      ['request-question to amina'],
    ]);
    expect(await refused(db.sql, id.kari, `ask_about_request('${request}', 'And why?')`)).toBe(
      'request_not_open',
    );
    expect(await refused(db.sql, id.amina, `reply_to_request('${request}', '')`)).toBe('message_missing');
    const replied = await actAndTrace(db.sql, id.amina, `reply_to_request('${request}', 'These.')`);
    expect([replied.events, replied.mails]).toEqual([
      ['reply_to_request by amina'],
      ['request-reply to kari'],
    ]);
    expect(await refused(db.sql, id.kari, `ask_about_request('${request}', 'And why?')`)).toBe(
      'asked_once_already',
    );
    const [words] = await db.sql`select message, question, reply from public.letters`;
    expect(words).toEqual({ message: letter, question: 'Which tools?', reply: 'These.' });
    expect(await refused(db.sql, id.kari, `accept_request('${request}')`)).toBeNull();
  });
});
