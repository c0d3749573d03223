/** What was typed survives a reload, and nobody else reads it. */
import { expect, test } from 'vitest';
import { act, refused } from './affair.ts';
import { decide, sent } from './applicant.ts';
import { id } from './cast.ts';
import { letter, openTrial } from './town.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const drafts = async (person: string) =>
  (await act<{ drafts: Record<string, unknown> }>(db.sql, person, 'my_page()')).drafts;

test('a draft is kept, replaced, and thrown away', async () => {
  await act(db.sql, id.signe, `save_draft('mentor', '{"about":"half"}')`);
  await act(db.sql, id.signe, `save_draft('mentor', '{"about":"half a sentence"}')`);
  await act(db.sql, id.signe, `save_draft('request/${id.kari}', '{"message":"…"}')`);
  expect(await drafts(id.signe)).toEqual({ mentor: { about: 'half a sentence' }, [`request/${id.kari}`]: { message: '…' } }); // prettier-ignore
  expect(await drafts(id.amina)).toEqual({});
  await act(db.sql, id.amina, `drop_draft('mentor')`);
  await act(db.sql, id.signe, `drop_draft('mentor')`);
  expect(Object.keys(await drafts(id.signe))).toEqual([`request/${id.kari}`]);
});

test('twenty at most; one that is there can still be saved', async () => {
  for (let nr = 0; nr < 20; nr++) {
    const other = `00000000-0000-4000-8000-${String(nr).padStart(12, '0')}`;
    expect(await refused(db.sql, id.signe, `save_draft('request/${other}', '{}')`)).toBeNull();
  }
  expect(await refused(db.sql, id.signe, `save_draft('mentor', '{}')`)).toBe('too_many_drafts');
  const known = 'request/00000000-0000-4000-8000-000000000003';
  expect(await refused(db.sql, id.signe, `save_draft('${known}', '{"message":"more"}')`)).toBeNull();
});

test.each<[string, string, string | null]>([
  ['../../etc', '{}', 'draft_form_shape'],
  ['x'.repeat(21), '{}', 'draft_form_shape'],
  ['mentor', `{"about":"${'x'.repeat(20)}"}`, null],
])('%s %s → %s', async (form, content, key) => {
  expect(await refused(db.sql, id.signe, `save_draft('${form}', '${content}')`)).toBe(key);
});

test('a draft is small', async () => {
  const big = `jsonb_build_object('about', (select string_agg(md5(n::text), '') from generate_series(1, 400) n))`;
  expect(await refused(db.sql, id.signe, `save_draft('mentor', ${big})`)).toBe('draft_is_small');
});

/** What is begun, by whom, the verb that takes the words, and words it refuses. */
type Sent = [person: string, form: string, verb: (words: string) => string, wrong: string];

test.each<[string, () => Promise<Sent>]>([
  [
    'propose_trial',
    async () => {
      const trial = await openTrial(db.sql, id.amina, id.kari);
      const verb = (where: string) => `propose_trial('${trial}', current_date + 2, 'in-person', '${where}')`;
      return [id.kari, `trial/${trial}`, verb, 'x'];
    },
  ],
  [
    'accept_proposal',
    async () => {
      const propose = `propose_match('${id.amina}', '${id.kari}', '${letter}')`;
      const request = await act<string>(db.sql, id.ingrid, propose);
      const verb = (message: string) => `accept_proposal('${request}', '${message}')`;
      return [id.amina, `proposal/${request}`, verb, ''];
    },
  ],
  [
    'answer_application',
    async () => {
      const application = await sent(db.sql);
      await act(db.sql, id.ingrid, `ask_applicant('${application}', 'Which days?')`);
      const verb = (message: string) => `answer_application('${application}', '${message}')`;
      return [id.alma, `application/${application}`, verb, ''];
    },
  ],
  [
    'resume_application',
    async () => {
      const application = await sent(db.sql);
      await act(db.sql, id.ingrid, decide(application, 'prepare'));
      const verb = (message: string) => `resume_application('${application}', '${message}')`;
      return [id.alma, `application/${application}`, verb, 'x'];
    },
  ],
])('%s throws away what it was sent from, and only that; refused, it keeps it', async (_name, begin) => {
  const [person, form, verb, wrong] = await begin();
  for (const other of [person, id.signe]) await act(db.sql, other, `save_draft('${form}', '{}')`);
  await act(db.sql, person, `save_draft('mentor', '{}')`);
  expect(await refused(db.sql, person, verb(wrong))).not.toBeNull();
  expect(Object.keys(await drafts(person)).sort()).toEqual([form, 'mentor'].sort());
  await act(db.sql, person, verb(letter));
  expect(Object.keys(await drafts(person))).toEqual(['mentor']);
  expect(Object.keys(await drafts(id.signe))).toEqual([form]);
});

test('a time that is proposed already is no new plan, but its draft is thrown away too', async () => {
  const trial = await openTrial(db.sql, id.amina, id.kari);
  const propose = `propose_trial('${trial}', current_date + 2, 'in-person', 'The library')`;
  await act(db.sql, id.kari, propose);
  await act(db.sql, id.kari, `save_draft('trial/${trial}', '{}')`);
  await act(db.sql, id.kari, propose);
  expect(await drafts(id.kari)).toEqual({});
});
