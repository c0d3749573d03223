/** A coordinator's proposal: the mentee decides first, and what she does not take up the mentor never hears of. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { asPerson } from '../../tests/database.ts';
import { act, actAndTrace, refused, rowOf } from './affair.ts';
import { addMentee, addMentor, id } from './cast.ts';
import { ask, letter } from './town.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();

const propose = (mentee: string, mentor: string) => `propose_match('${mentee}', '${mentor}', '${letter}')`;
const proposal = async () => (await db.sql`select id from public.requests`)[0]!.id as string;
const actOnProposal = async (verb: string) => act(db.sql, id.amina, `${verb}('${await proposal()}')`);
const send = (mentor: string) => `send_request('${mentor}', '${letter}')`;

test('asks the mentee first; her yes asks the mentor as any request does', async () => {
  const { answer, events, mails } = await actAndTrace(db.sql, id.ingrid, propose(id.amina, id.kari));
  expect([events, mails]).toEqual([['propose_match by ingrid'], ['match-proposed to amina']]);
  expect(await refused(db.sql, id.kari, `accept_request('${answer}')`)).toBe('request_unknown');
  const yes = await actAndTrace(db.sql, id.amina, `accept_proposal('${answer}', '${letter}')`);
  expect([yes.events, yes.mails]).toEqual([['accept_proposal by amina'], ['request-sent to kari']]);
  expect(await rowOf(db.sql, 'requests', answer as string)).toMatchObject({
    status: 'open',
    proposed_by: id.ingrid,
    opened_at: expect.any(Date) as Date,
  });
  expect(await refused(db.sql, id.kari, `accept_request('${answer}')`)).toBeNull();
});

test("her no is nobody else's business", async () => {
  const { answer } = await actAndTrace(db.sql, id.ingrid, propose(id.amina, id.kari));
  const no = await actAndTrace(db.sql, id.amina, `decline_proposal('${answer}')`);
  expect([no.events, no.mails]).toEqual([['decline_proposal by amina'], []]);
  expect(await db.sql`select id from public.events where mentor = ${id.kari}`).toEqual([]);
});

test.each<[string, () => Promise<unknown>]>([
  ['declined', () => actOnProposal('decline_proposal')],
  ['withdrawn', () => actOnProposal('withdraw_request')],
  ['expired', () => db.sql`select private.run_due(now() + interval '8 days')`],
  ['closed', async () => act(db.sql, id.jonas, `accept_request('${await ask(db.sql, id.amina, id.jonas)}')`)],
])('%s, it stays unknown to the mentor, who was never asked', async (status, end) => {
  const proposed = await act<string>(db.sql, id.ingrid, propose(id.amina, id.kari));
  await end();
  expect(await rowOf(db.sql, 'requests', proposed)).toMatchObject({ status, opened_at: null });
  const seen = (person: string) =>
      asPerson(db.sql, person, (as) => as`select l.message from public.requests r join public.letters l on l.request = r.id
        where r.id = ${proposed}`); // prettier-ignore
  expect(await seen(id.amina)).toEqual([{ message: letter }]);
  expect(await seen(id.kari)).toEqual([]);
  expect(await refused(db.sql, id.kari, `accept_request('${proposed}')`)).toBe('request_unknown');
  expect(await refused(db.sql, id.kari, `mark_person('${id.amina}', 'blocked')`)).toBe('person_unknown');
});

const accepted = async () =>
  act(db.sql, id.jonas, `accept_request('${await ask(db.sql, id.amina, id.jonas)}')`);
test.each<[string, number, () => Promise<unknown>]>([
  ['as long as she has not answered', 1, () => ask(db.sql, id.amina, id.jonas)],
  [
    'after her yes',
    1,
    async () => act(db.sql, id.amina, `accept_proposal('${await proposal()}', '${letter}')`),
  ],
  ['but not after her no', 0, () => actOnProposal('decline_proposal')],
  ['but not after its time', 0, () => db.sql`select private.run_due(now() + interval '8 days')`],
  ['but not when a mentor has said yes', 0, accepted],
])('what a coordinator has begun to write for the next one stays %s', async (_, left, happens) => {
  await act(db.sql, id.ingrid, propose(id.amina, id.kari));
  await act(db.sql, id.ingrid, `save_draft('propose/${id.amina}', '{"message": "Dear Amina"}')`);
  await happens();
  expect(await db.sql`select from public.drafts where form = ${`propose/${id.amina}`}`).toHaveLength(left);
});

test('one that ended bars nobody from asking; her no is not asked for again', async () => {
  const proposed = await act<string>(db.sql, id.ingrid, propose(id.amina, id.kari));
  expect(await refused(db.sql, id.amina, send(id.kari))).toBe('asked_recently');
  expect(await refused(db.sql, id.ingrid, propose(id.amina, id.kari))).toBe('asked_recently');
  await act(db.sql, id.amina, `decline_proposal('${proposed}')`);
  expect(await refused(db.sql, id.ingrid, propose(id.amina, id.kari))).toBe('proposed_recently');
  expect(await refused(db.sql, id.amina, send(id.kari))).toBeNull();
  const second = await act<string>(db.sql, id.ingrid, propose(id.amina, id.jonas));
  await db.sql`select private.run_due(now() + interval '8 days')`;
  expect(await rowOf(db.sql, 'requests', second)).toMatchObject({ status: 'expired' });
  expect(await refused(db.sql, id.ingrid, propose(id.amina, id.jonas))).toBeNull();
});

test('does not count as asking, but her yes does', async () => {
  const others = [randomUUID(), randomUUID()];
  for (const mentor of others) await addMentor(db.sql, mentor);
  const proposed = await act<string>(db.sql, id.ingrid, propose(id.amina, id.kari));
  for (const mentor of [id.jonas, ...others]) await ask(db.sql, id.amina, mentor);
  expect(await refused(db.sql, id.amina, `accept_proposal('${proposed}', '${letter}')`)).toBe(
    'too_many_open_requests',
  );
});

test('works where mentees do not ask by themselves', async () => {
  const [mentee, mentor] = [randomUUID(), randomUUID()];
  await addMentee(db.sql, mentee, { programme: 'chosen' });
  await addMentor(db.sql, mentor, { programme: 'chosen' });
  await db.sql`insert into public.coordinators (person, programme) values (${id.ingrid}, 'chosen')`;
  const proposed = await act<string>(db.sql, id.ingrid, propose(mentee, mentor));
  expect(await refused(db.sql, mentee, `accept_proposal('${proposed}', '${letter}')`)).toBeNull();
});

test('never names oneself, another programme, nor somebody a hard rule forbids', async () => {
  expect(await refused(db.sql, id.ingrid, propose(id.nils, id.mette))).toBe('mentee_unknown');
  expect(await refused(db.sql, id.ingrid, propose(id.amina, id.mette))).toBe('mentor_unknown');
  expect(await refused(db.sql, id.ingrid, propose(id.walid, id.kari))).toBe('not_approved_yet');
  await db.sql`insert into public.coordinators (person, programme) values (${id.kari}, 'free')`;
  expect(await refused(db.sql, id.kari, propose(id.amina, id.kari))).toBe('mentee_unknown');
  await db.sql`update public.mentors set languages = '[{"language":"ja","level":"N"}]' where person = ${id.kari}`;
  expect(await refused(db.sql, id.ingrid, propose(id.amina, id.kari))).toBe('mentor_unknown');
});
