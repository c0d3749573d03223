/** A coordinator fills in with the person: her yes first, a mail to her, and it is hers as soon as she wants it. */
import { describe, expect, test } from 'vitest';
import { act, actAndTrace, refused, rowOf } from './affair.ts';
import { decide, draft, mine, sent } from './applicant.ts';
import { id } from './cast.ts';
import { enough, enoughOfMentor, menteeForm, syncForms } from './forms.ts';
import { imported, row } from './imports.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const rowIs = (application: string) => rowOf(db.sql, 'applications', application);
const addressOf = (person: string) => `${person}@example.org`;
const begin = ({ address = addressOf(id.alma), programme = 'free', part = 'mentee', name = 'Alma', locale = 'nb', how = 'phone', consent = '1' } = {}) =>
  `begin_assisted('${programme}', '${part}', '${address}', '${name}', '${locale}', '${how}', ${consent})`; // prettier-ignore
const save = (application: string, answers: object, revision = 0) =>
  `save_assisted('${application}', '${JSON.stringify(answers)}', ${revision})`;
const written = async (different: object = {}, by: string = id.ingrid) => {
  const application = await act<string>(db.sql, by, begin());
  await act(db.sql, by, save(application, { ...enough, ...different }));
  return application;
};
interface Assisted {
  applications: { id: string; answers: Record<string, unknown> }[];
}
const writing = async (person: string = id.ingrid) =>
  (await act<Assisted>(db.sql, person, 'my_assisted()')).applications.map((one) => one.id);

describe('begin', () => {
  test('with a yes: an account that waits, a draft of hers, a receipt in her language', async () => {
    const call = begin({ address: ' Newcomer@Example.org ', name: ' Zari ', locale: 'sv', how: 'in-person' });
    const first = await actAndTrace(db.sql, id.ingrid, call);
    expect(first.events).toEqual(['begin_assisted by ingrid']);
    const application = first.answer as string;
    const [account] = await db.sql`select u.id, u.email, u.email_confirmed_at from auth.users u
      join public.applications a on a.person = u.id where a.id = ${application}`;
    expect(account).toMatchObject({ email: 'newcomer@example.org', email_confirmed_at: null });
    const [mail] = await db.sql`select kind, locale, address, params from private.take_mail(10)`;
    expect(mail).toEqual({ kind: 'application-assisted', locale: 'sv', address: 'newcomer@example.org', params: { name: 'ingrid' } }); // prettier-ignore
    const [consent] = await db.sql`select person, version, locale, how, heard_by from public.consents`;
    expect(consent).toEqual({ person: account!.id as string, version: 1, locale: 'sv', how: 'in-person', heard_by: id.ingrid }); // prettier-ignore
    // Once more, a slip of the hand: the same, and nothing is mailed twice.
    const again = await actAndTrace(db.sql, id.ingrid, call);
    expect(again).toMatchObject({ answer: application, events: [], mails: [] });
    expect(await rowIs(application)).toMatchObject({ status: 'draft', answers: { shown_name: 'Zari' } });
  });
  test('without a yes to the sentence of today nothing is kept', async () => {
    const stranger = 'stranger@example.org';
    for (const consent of ['null', '0', '2'])
      expect(await refused(db.sql, id.ingrid, begin({ address: stranger, consent }))).toBe('consent_first');
    expect(await db.sql`select from auth.users where email = ${stranger}`).toHaveLength(0);
  });
  test('whoever is known here and not at my desks applies herself: nothing of her is opened, and nothing is kept', async () => {
    expect(await refused(db.sql, id.torstein, begin({ address: addressOf(id.nils), name: 'Nils' }))).toBe('known_elsewhere'); // prettier-ignore
    expect([await db.sql`select from public.consents`, await db.sql`select from private.outbox`]).toMatchObject([[], []]); // prettier-ignore
    // At my desks, as a mentee, she may be written down as a mentor; what she told as a mentee is not filled in.
    const call = begin({ address: addressOf(id.dawit), name: 'Dawit', part: 'mentor' });
    const application = await act<string>(db.sql, id.torstein, call);
    expect((await rowIs(application)).answers).toEqual({ shown_name: 'Dawit' });
  });
  test.each<[string, Parameters<typeof begin>[0], string]>([
    ['an address that is none', { address: 'alma at home' }, 'address_malformed'],
    ['no name', { name: '  ' }, 'shown_name_length'],
    ['a language we do not write', { locale: 'fa' }, 'application_locale_is_known'],
    ['no known way to talk', { how: 'letter' }, 'consent_how_is_known'],
    ['no such part', { part: 'hero' }, 'form_unknown'],
    ['another desk', { programme: 'careful' }, 'not_a_coordinator'],
    ['herself', { address: addressOf(id.ingrid) }, 'not_for_oneself'],
    ['who is in the programme', { address: addressOf(id.amina) }, 'in_programme_already'],
  ])('not with %s', async (_, how, key) => {
    expect(await refused(db.sql, id.ingrid, begin(how))).toBe(key);
  });
  test('whoever applies by herself goes on by herself, and so does who is written down by a colleague', async () => {
    await draft(db.sql);
    expect(await refused(db.sql, id.ingrid, begin())).toBe('applies_already');
    await sent(db.sql, { person: id.signe });
    expect(await refused(db.sql, id.ingrid, begin({ address: addressOf(id.signe) }))).toBe('applies_already');
    await act(db.sql, id.torstein, begin({ address: addressOf(id.dawit), part: 'mentor' }));
    expect(await refused(db.sql, id.ingrid, begin({ address: addressOf(id.dawit), part: 'mentor' }))).toBe('applies_already'); // prettier-ignore
  });
  test('forty a day are enough', async () => {
    for (let nr = 0; nr < 40; nr++)
      await act(db.sql, id.ingrid, begin({ address: `guest${nr}@example.org` }));
    expect(await refused(db.sql, id.ingrid, begin({ address: 'guest40@example.org' }))).toBe(
      'too_many_assisted',
    );
  });
});

describe('write and send', () => {
  test('she alone who began, as long as she works there', async () => {
    const application = await written();
    expect([await writing(), await writing(id.torstein)]).toEqual([[application], []]);
    expect(await refused(db.sql, id.torstein, save(application, enough, 1))).toBe('application_unknown');
    expect(await refused(db.sql, id.ingrid, save(application, { hours: 'four' }, 1))).toBe(
      'answers_malformed',
    );
    expect(await refused(db.sql, id.ingrid, save(application, { hours: 4 }, 0))).toBe('application_changed');
    // A draft stays one: the desk does not read it, nor may its own verbs touch it.
    expect(await refused(db.sql, id.ingrid, `read_application('${application}')`)).toBe(
      'application_unknown',
    );
    expect(await db.sql`select desks from public.applications where id = ${application}`).toMatchObject([{ desks: [] }]); // prettier-ignore
    await db.sql`delete from public.coordinators where person = ${id.ingrid}`;
    expect(await refused(db.sql, id.ingrid, save(application, enough, 1))).toBe('application_unknown');
  });
  test('is sent once, with a receipt that names every yes; then it is the desk’s as any other', async () => {
    const application = await written({ consent_share: true });
    const { answer, events, mails } = await actAndTrace(db.sql, id.ingrid, `send_assisted('${application}')`);
    expect(answer).toEqual({ status: 'sent', missing: [] });
    expect([events, mails]).toEqual([['send_application by ingrid'], ['application-assisted-sent to alma']]);
    const [mail] = await db.sql`select params from private.outbox where kind = 'application-assisted-sent'`;
    expect(mail!.params).toEqual({ name: 'ingrid', said: 'consent_store\nconsent_share' });
    expect(await refused(db.sql, id.ingrid, `send_assisted('${application}')`)).toBe('application_not_open');
    expect(await refused(db.sql, id.ingrid, save(application, enough, 1))).toBe('application_not_open');
    // Whoever wrote it down may decide; the log says so.
    await act(db.sql, id.ingrid, decide(application, 'accept'));
    const [logged] = await db.sql`select detail from public.events where verb = 'decide_application'`;
    expect(logged!.detail).toEqual({ decision: 'accept', assisted: true });
  });
  test('not for her who has become known elsewhere meanwhile: she takes it over and sends it', async () => {
    const application = await written();
    await sent(db.sql, { programme: 'careful', different: { coffee: 'x' } });
    expect(await refused(db.sql, id.ingrid, `send_assisted('${application}')`)).toBe('known_elsewhere');
    expect(await act(db.sql, id.alma, `send_application('${application}')`)).toMatchObject({
      status: 'sent',
    });
  });
  test('not for her who has been brought in meanwhile', async () => {
    const application = await written();
    await imported(db.sql, [row(2, { email: addressOf(id.alma) })], { part: 'mentee' });
    expect(await refused(db.sql, id.ingrid, `send_assisted('${application}')`)).toBe('in_programme_already');
  });
  test('as long as something is missing nothing is sent; her yes to storing is hers to give', async () => {
    const application = await written({ consent_store: false, goals: [] });
    const answer = await act(db.sql, id.ingrid, `send_assisted('${application}')`);
    expect(answer).toEqual({ status: 'draft', missing: ['consent_store', 'goals'] });
  });
  test('follows a newer form, as a draft does', async () => {
    const application = await written();
    await syncForms(db.sql, 951);
    await act(db.sql, id.ingrid, save(application, { ...enough, hours: 6 }, 1));
    expect(await rowIs(application)).toMatchObject({ form_version: 951 });
    await db.sql`delete from public.applications`;
    await db.sql`delete from public.forms where version = 951`;
  });
  test('sent without another look, it answers to the newest form', async () => {
    const application = await written();
    const step = { key: 'more', questions: [{ key: 'why', kind: 'text', required: true }] };
    const newer = { ...menteeForm, version: 951, steps: [...menteeForm.steps, step] };
    await db.sql`select private.sync_form(${db.sql.json(newer as never)})`;
    const answer = await act(db.sql, id.ingrid, `send_assisted('${application}')`);
    expect(answer).toEqual({ status: 'draft', missing: ['why'] });
    await db.sql`delete from public.applications`;
    await db.sql`delete from public.forms where version = 951`;
  });
  test('a mentor, too', async () => {
    const application = await act<string>(db.sql, id.ingrid, begin({ part: 'mentor' }));
    await act(db.sql, id.ingrid, save(application, enoughOfMentor));
    expect(await act(db.sql, id.ingrid, `send_assisted('${application}')`)).toMatchObject({ status: 'sent' });
  });
  test('is thrown away when she thinks better of it, with her yes', async () => {
    const application = await written();
    expect(await actAndTrace(db.sql, id.ingrid, `drop_assisted('${application}')`)).toMatchObject({
      events: ['drop_assisted by ingrid'],
      mails: [],
    });
    expect([await writing(), await db.sql`select from public.consents`]).toMatchObject([[], []]);
  });
});

describe('the person', () => {
  test('sees who writes, and what she said yes to; nobody else reads that', async () => {
    const application = await written();
    expect(await mine(db.sql)).toMatchObject([
      { id: application, assisted: { by: 'ingrid', mine: false, open: true }, consent: { version: 1, locale: 'nb', how: 'phone' } },
    ]); // prettier-ignore
    await act(db.sql, id.ingrid, `send_assisted('${application}')`);
    const read = await act<object>(db.sql, id.ingrid, `read_application('${application}')`);
    expect(read).toMatchObject({ assisted: { by: 'ingrid', mine: true, open: false }, consent: null });
  });
  test('takes it over: by saying so, by writing, or by sending; then the coordinator is out', async () => {
    const ways = [
      (a: string) => `take_over_application('${a}')`,
      (a: string) => `save_application('${a}', '{"shown_name": "Alma", "hours": 3}', 1)`,
      (a: string) => `send_application('${a}')`,
    ];
    for (const way of ways) {
      const application = await written();
      const { events } = await actAndTrace(db.sql, id.alma, way(application));
      expect(events[0]).toBe('take_over_application by alma');
      expect(await refused(db.sql, id.ingrid, save(application, enough, 1))).toBe('application_taken_over');
      expect(await refused(db.sql, id.ingrid, `send_assisted('${application}')`)).toBe(
        'application_taken_over',
      );
      expect(await writing()).toEqual([]);
      expect(await refused(db.sql, id.alma, `take_over_application('${application}')`)).toBe(
        (await rowIs(application)).status === 'sent' ? 'application_not_open' : null,
      );
      await act(db.sql, id.alma, `withdraw_application('${application}')`);
    }
  });
  test('throws it away or takes it back, as her own', async () => {
    const application = await written();
    await act(db.sql, id.alma, `withdraw_application('${application}')`);
    expect(await rowIs(application)).toEqual({});
    const other = await written();
    await act(db.sql, id.ingrid, `send_assisted('${other}')`);
    await act(db.sql, id.alma, `withdraw_application('${other}')`);
    expect(await rowIs(other)).toMatchObject({ status: 'withdrawn' });
  });
  test('who takes it over while the coordinator sends: one of the two, never both', async () => {
    const application = await written();
    const [hers, theirs] = await Promise.all([
      refused(db.sql, id.alma, `take_over_application('${application}')`),
      refused(db.sql, id.ingrid, `send_assisted('${application}')`),
    ]);
    expect([
      [null, 'application_taken_over'],
      ['application_not_open', null],
    ]).toContainEqual([hers, theirs]);
  });
});

test('what was never sent is forgotten after thirty days, and then the account; what she took over is hers', async () => {
  const application = await act<string>(db.sql, id.ingrid, begin({ address: 'waits@example.org' }));
  const own = await written();
  await act(db.sql, id.alma, `take_over_application('${own}')`);
  const forget = (days: number) => db.sql`select private.forget(now() + make_interval(days => ${days}))`;
  await forget(29);
  expect((await rowIs(application)).status).toBe('draft');
  await forget(31);
  await forget(31);
  expect([await rowIs(application), (await rowIs(own)).status]).toEqual([{}, 'draft']);
  expect(await db.sql`select from auth.users where email = 'waits@example.org'`).toHaveLength(0);
});
