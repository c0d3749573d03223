/** Somebody leaves, or never comes: what goes at once, what goes later, and who stays. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { act, now, traces } from './affair.ts';
import { decide, sent } from './applicant.ts';
import { addMentee, addPerson, id } from './cast.ts';
import { syncGround } from './cast-programmes.ts';
import { askForSteps, expects, letIn } from './getting-ready.ts';
import { imported, row } from './imports.ts';
import { addPartner, refer, visit } from './referral.ts';
import { ask } from './town.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
beforeEach(async () => {
  await askForSteps(db.sql);
  // She plays no part, and would go in the middle of each test.
  await signIn(id.signe, 90);
});
afterAll(() => syncGround(db.sql));

const forget = async (months: number) =>
  (await db.sql`select private.forget(now() + make_interval(months => ${months})) as gone`)[0]!.gone as Record<string, number>; // prettier-ignore
const signIn = (person: string, months: number) =>
  db.sql`update auth.users set last_sign_in_at = now() + make_interval(months => ${months}) where id = ${person}`;
const is = async (query: string) => (await db.sql.unsafe(query)).length > 0;
const hasAccount = (person: string) => is(`select from auth.users where id = '${person}'`);
const giveUp = `give_up_place('mentee')`;
const phone = `save_contact('Berg', '900 00 000', 'undisclosed', 'mail')`;
/** What a coordinator of all of `free` reads of somebody, and of whose place. */
const readAtDesk = async (person: string) =>
  (await db.sql.begin(async (tx) => {
    await tx`select set_config('role', 'authenticated', true),
      set_config('request.jwt.claims', ${JSON.stringify({ sub: id.ingrid, role: 'authenticated' })}, true)`;
    const [found] =
      await tx`select (select phone from public.people_private where person = ${person}) as phone,
      (select about from public.mentees where person = ${person}) as about`;
    return found;
  })) as unknown as { phone: string | null; about: string | null };
/** Every table in which somebody is still named. */
async function holding(person: string) {
  const tables = await db.sql<{ name: string }[]>`select c.oid::regclass::text as name from pg_class c
    where relkind = 'r' and relnamespace in ('public'::regnamespace, 'private'::regnamespace, 'auth'::regnamespace)`;
  const found = await Promise.all(
    tables.map(async ({ name }) =>
      (await is(`select from ${name} t where t::text like '%${person}%'`)) ? [name] : [],
    ),
  );
  return found.flat();
}

describe('whoever was let in and does not begin', () => {
  test('has no place within the minute; what she applied with stays its year, and then nothing does', async () => {
    await letIn(db.sql);
    await act(db.sql, id.alma, phone);
    await act(db.sql, id.alma, expects());
    await act(db.sql, id.alma, giveUp);
    expect((await forget(0)).places).toBe(1);
    for (const table of ['mentees', 'mentee_cards', 'expectations', 'backgrounds'])
      expect([table, await is(`select from public.${table} where person = '${id.alma}'`)]).toEqual([table, false]);
    expect(await readAtDesk(id.alma)).toEqual({ phone: '900 00 000', about: null });
    expect((await forget(11)).people).toBe(0);
    expect((await forget(13)).people).toBe(1);
    expect(await holding(id.alma)).toEqual(['events']);
  }); // prettier-ignore

  test('or takes no step for twelve months: the clock gives it up, and says so in the log', async () => {
    await letIn(db.sql, 'mentor');
    const before = await now(db.sql);
    expect(await forget(11)).toMatchObject({ preparations: 0, places: 0 });
    expect(await forget(13)).toMatchObject({ preparations: 1, places: 1 });
    expect((await traces(db.sql, before)).events).toEqual(['give_up_place by the clock']);
  });

  test('keeps it while the other still has what they wrote', async () => {
    const request = await ask(db.sql, id.amina, id.kari);
    await act(db.sql, id.kari, `decline_request('${request}', 'no-time')`);
    await db.sql`update public.mentees set standing = 'left' where person = ${id.amina}`;
    expect((await forget(11)).places).toBe(0);
    expect(await forget(13)).toMatchObject({ ended: 1, places: 1 });
    expect(await holding(id.amina)).toEqual(['events']);
  });

  test('does not come back with a file, as long as she is known', async () => {
    const rows = [row(2, { email: `${id.alma}@example.org` }), row(3)];
    await letIn(db.sql);
    await act(db.sql, id.alma, giveUp);
    await forget(0);
    expect(await imported(db.sql, rows, { part: 'mentee' })).toMatchObject({ made: 1, known: 1 });
    expect(await is(`select from public.mentees where person = '${id.alma}'`)).toBe(false);
    // As a mentor she never was here.
    expect(await imported(db.sql, rows, { part: 'mentor' })).toMatchObject({ made: 2, known: 0 });
  });
});

describe('name, contact details and account', () => {
  test('of somebody who was declined go with the application', async () => {
    const application = await sent(db.sql);
    await act(db.sql, id.alma, phone);
    await act(db.sql, id.ingrid, decide(application, 'decline'));
    // One who was written down and never signed in, too.
    await db.sql`update auth.users set email_confirmed_at = null where id = ${id.alma}`;
    expect([(await forget(11)).people, (await readAtDesk(id.alma)).phone]).toEqual([0, '900 00 000']);
    expect((await forget(13)).people).toBe(1);
    expect(await holding(id.alma)).toEqual(['events']);
  });

  test('stay for a year after she last signed in, and no desk reads them', async () => {
    const application = await sent(db.sql);
    await act(db.sql, id.alma, phone);
    await act(db.sql, id.ingrid, decide(application, 'decline'));
    await signIn(id.alma, 6);
    expect(await forget(17)).toMatchObject({ applications: 1, people: 0 });
    expect((await readAtDesk(id.alma)).phone).toBeNull();
    expect((await forget(19)).people).toBe(1);
  });

  test('stay while there is anything here: a place, a desk, an application, a draft, a wish, a referral', async () => {
    await sent(db.sql);
    const draws = '50000000-0000-4000-8000-000000000001';
    const wishes = '50000000-0000-4000-8000-000000000002';
    await addPerson(db.sql, draws, 'Draws');
    await addPerson(db.sql, wishes, 'Wishes');
    await act(db.sql, draws, `save_draft('mentor', '{}')`);
    await db.sql`update public.drafts set saved_at = now() + interval '20 months'`;
    await db.sql`insert into public.round_reminders (person, programme, locale) values (${wishes}, 'free', 'nb')`;
    await signIn(id.signe, 0);
    expect((await forget(20)).people).toBe(1);
    expect(await hasAccount(id.signe)).toBe(false);
    for (const person of [id.alma, id.amina, id.kari, id.ingrid, draws, wishes])
      expect([person, await hasAccount(person)]).toEqual([person, true]);
  });
});

test('whoever is erased takes along what a partner told and what others had begun to write', async () => {
  const { secret } = await addPartner(db.sql);
  await visit(db.sql, refer(secret, { address: `${id.amina}@example.org` }));
  const drafts = [[id.ingrid, 'propose', id.amina], [id.kari, 'question', await ask(db.sql, id.amina, id.kari)]] as const; // prettier-ignore
  for (const [writer, form, about] of drafts)
    await act(db.sql, writer, `save_draft('${form}/${about}', '{"message": "Amina"}')`);
  await act(db.sql, id.ingrid, `save_draft('propose/${id.dawit}', '{}')`);
  await db.sql`select private.erase_person(${id.amina})`;
  expect(await holding(id.amina)).toEqual(['events']);
  expect(await is('select from public.referred')).toBe(false);
  expect([...(await db.sql`select person, status, reason from public.referrals`)]).toEqual([
    { person: null, status: 'ended', reason: 'said-no' },
  ]);
  expect((await db.sql`select form from public.drafts`).map(({ form }) => form as string)).toEqual([
    `propose/${id.dawit}`,
  ]);
});

describe('the clock waits for nobody', () => {
  /** Runs the sweep while somebody else's transaction stands. */
  async function meanwhile(doing: string, months: number) {
    const other = await db.sql.reserve();
    try {
      await other.unsafe('begin');
      await other.unsafe(doing);
      return await forget(months);
    } finally {
      await other.unsafe('commit');
      other.release();
    }
  }

  test('a place that is being given anew, a step that is being taken: they stay', async () => {
    await addMentee(db.sql, '50000000-0000-4000-8000-000000000003', { standing: 'left' });
    const anew = `update public.mentees set standing = 'preparing' where standing = 'left'`;
    expect((await meanwhile(anew, 0)).places).toBe(0);
    await letIn(db.sql);
    const step = `select private.hold_pair('${id.alma}', '${id.alma}');
      update public.preparations set touched_at = now() + interval '12 months' where person = '${id.alma}'`;
    expect((await meanwhile(step, 13)).preparations).toBe(0);
    expect((await forget(13)).preparations).toBe(0);
    expect((await forget(25)).preparations).toBe(1);
    await db.sql`delete from public.mentees where person = '50000000-0000-4000-8000-000000000003'`;
  });

  test('whoever begins to apply or signs in just then stays', async () => {
    const begins = `insert into public.applications (person, programme, part, locale, form_version, answers)
      select '${id.alma}', 'free', 'mentee', 'nb', max(version), '{}' from public.forms where key = 'mentee'`;
    expect((await meanwhile(begins, 13)).people).toBe(0);
    await db.sql`delete from public.applications`;
    const signsIn = `update auth.users set last_sign_in_at = now() + interval '12 months' where id = '${id.alma}'`;
    expect((await meanwhile(signsIn, 13)).people).toBe(0);
    expect((await forget(13)).people).toBe(0);
    expect((await forget(25)).people).toBe(1);
    expect(await hasAccount(id.alma)).toBe(false);
  });

  test('an account whose name is just being written somewhere goes a minute later', async () => {
    const application = await sent(db.sql, { person: id.amina, part: 'mentor' });
    await db.sql`update public.applications set invited_by = ${id.birthe} where id = ${application}`;
    await db.sql`delete from public.coordinators where person = ${id.birthe}`;
    const busy = `select from public.applications where id = '${application}' for update`;
    await signIn(id.alma, 2);
    expect((await meanwhile(busy, 13)).people).toBe(0);
    expect((await forget(13)).people).toBe(1);
    expect(await hasAccount(id.birthe)).toBe(false);
  });
});
