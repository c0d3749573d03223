/** A company invites its staff: a link that is nowhere kept, so many places, each taken once and by whoever wishes. */
import { describe, expect, test } from 'vitest';
import { asPerson, refusalOf } from '../../tests/database.ts';
import { act, actAndTrace, refused } from './affair.ts';
import { read, save } from './applicant.ts';
import { addPerson, id } from './cast.ts';
import { allAtOnce } from './crowd.ts';
import { enoughOfMentor } from './forms.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();

interface Made {
  invitation: string;
  secret: string;
}
const invite = (quota = 3, until = 'current_date + 30', by: string = id.ingrid) =>
  act<Made>(db.sql, by, `invite_company('free', ' Brobygg ', ${quota}, ${until})`);
const take = (secret: string) => `take_invitation('${secret}', 'nb')`;
/** What whoever holds the link reads, without an account. */
const opened = async (secret: string) =>
  (await asPerson(db.sql, null, (as) => as`select public.open_invitation(${secret}) as it`))[0]!.it as Record<string, unknown>; // prettier-ignore
const openRefused = (secret: string) => refusalOf(opened(secret));
const listed = (person: string = id.ingrid) =>
  act<{ id: string; taken: number; closed: boolean }[]>(db.sql, person, `company_invitations('free')`);
const newcomers = async (count: number) => {
  const people = Array.from({ length: count }, (_, nr) => `70000000-0000-4000-8000-0000000000${10 + nr}`);
  for (const person of people) await addPerson(db.sql, person);
  return people;
};
/** Takes the link and sends the application. */
async function join(person: string, secret: string): Promise<string> {
  const application = await act<string>(db.sql, person, take(secret));
  await act(db.sql, person, save(application, enoughOfMentor));
  await act(db.sql, person, `send_application('${application}')`);
  return application;
}

describe('the link', () => {
  test('tells the company and the programme to whoever holds it, and is nowhere kept', async () => {
    const { answer, events, mails } = await actAndTrace(db.sql, id.ingrid, `invite_company('free', ' Brobygg ', 3, current_date + 30)`); // prettier-ignore
    const { secret } = answer as Made;
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect([events, mails]).toEqual([['invite_company by ingrid'], []]);
    expect(await opened(secret)).toMatchObject({ company: 'Brobygg', programme: 'free', at_least: 0 });
    const tables = await db.sql<{ name: string }[]>`
      select c.oid::regclass::text as name from pg_class c where relkind = 'r' and relnamespace in ('public'::regnamespace, 'private'::regnamespace)`;
    for (const { name } of tables)
      expect([name, await db.sql.unsafe(`select 1 from ${name} t where t::text like '%${secret}%'`)]).toEqual([name, []]); // prettier-ignore
  });
  test('forged, late or closed it opens nothing', async () => {
    const { secret, invitation } = await invite();
    expect(await openRefused(`${secret.slice(1)}x`)).toBe('invitation_unknown');
    expect(await openRefused('')).toBe('invitation_unknown');
    await db.sql`update public.invitations set valid_until = current_date - 1`;
    expect(await openRefused(secret)).toBe('invitation_expired');
    expect(await refused(db.sql, id.alma, take(secret))).toBe('invitation_expired');
    await act(db.sql, id.ingrid, `close_invitation('${invitation}')`);
    expect(await openRefused(secret)).toBe('invitation_closed');
    expect(await refused(db.sql, id.alma, take(secret))).toBe('invitation_closed');
    expect(await refused(db.sql, id.ingrid, `renew_invitation('${invitation}', current_date)`)).toBe(
      'invitation_closed',
    );
  });
  test('made anew, the old one ends', async () => {
    const { secret, invitation } = await invite();
    const renew = `renew_invitation('${invitation}', current_date + 60)`;
    const { answer, events } = await actAndTrace(db.sql, id.ingrid, renew);
    expect(events).toEqual(['renew_invitation by ingrid']);
    expect(await openRefused(secret)).toBe('invitation_unknown');
    expect(await openRefused((answer as Made).secret)).toBe(null);
  });
  test.each([
    [2, 'current_date', 'invitation_quota_range'],
    [201, 'current_date', 'invitation_quota_range'],
    [5, 'current_date - 1', 'valid_until_unsound'],
    [5, 'current_date + 400', 'valid_until_unsound'],
    [5, 'null', 'valid_until_unsound'],
    [3, 'current_date', null],
    [200, 'current_date + 366', null],
  ])('%i places until %s: %s', async (quota, until, key) => {
    expect(await refusalOf(invite(quota, until))).toBe(key);
  });
});

test.each([
  [3, 3, 3],
  [20, 3, 21],
  [200, 3, 198],
  [4, 7, 7],
  [21, 7, 21],
  [200, 7, 196],
])('%i places where the programme demands %i are whole steps: %i', async (quota, demanded, given) => {
  await db.sql`update public.programmes set rules = jsonb_set(rules, '{matching,least_people}', ${String(demanded)}::jsonb) where key = 'free'`;
  await invite(quota);
  expect((await listed())[0]).toMatchObject({ quota: given });
  await db.sql`update public.programmes set rules = rules #- '{matching,least_people}' where key = 'free'`;
});

describe('joining', () => {
  test('one person takes one place, however often she comes; her desk sees the company, once she has sent', async () => {
    const { secret } = await invite();
    for (const person of await newcomers(2)) await act(db.sql, person, take(secret));
    const { answer, events } = await actAndTrace(db.sql, id.alma, take(secret));
    expect(events).toEqual(['begin_application by alma', 'take_invitation by alma']);
    expect(await act(db.sql, id.alma, take(secret))).toBe(answer);
    expect((await listed())[0]).toMatchObject({ taken: 3, closed: false });
    expect(await refused(db.sql, id.signe, take(secret))).toBe('invitation_full');
    expect(await db.sql`select from public.applications where person = ${id.signe}`).toHaveLength(0);
    expect(await join(id.alma, secret)).toBe(answer);
    expect((await read(db.sql, answer as string)).came_by).toEqual({ company: 'Brobygg', needs: [] });
    expect(await refused(db.sql, id.kari, take(secret))).toBe('in_programme_already');
  });
  test('what is thrown away gives its place back', async () => {
    const { secret } = await invite();
    for (const person of await newcomers(2)) await act(db.sql, person, take(secret));
    const begun = await act<string>(db.sql, id.alma, take(secret));
    expect(await refused(db.sql, id.signe, take(secret))).toBe('invitation_full');
    await act(db.sql, id.alma, `withdraw_application('${begun}')`);
    expect(await refused(db.sql, id.signe, take(secret))).toBe(null);
  });
  test('of twenty at once, three', async () => {
    const { secret } = await invite(3);
    const people = await newcomers(20);
    const outcomes = await allAtOnce(db.sql, people.map((person) => ({ person, call: take(secret) }))); // prettier-ignore
    expect(outcomes).toEqual({ works: 3, invitation_full: 17 });
  });
  test('the company learns how many, in steps of three, and never who', async () => {
    const { secret } = await invite(8);
    const told: unknown[] = [];
    for (const person of await newcomers(9)) {
      await join(person, secret);
      const { at_least, ...rest } = await opened(secret);
      // All that changes while they come is the step, also when the last place is taken.
      expect(Object.keys(rest).sort()).toEqual(['company', 'programme', 'valid_until']);
      told.push(at_least);
    }
    expect(told).toEqual([0, 0, 3, 3, 3, 6, 6, 6, 9]);
    expect(await refused(db.sql, id.alma, take(secret))).toBe('invitation_full');
  });
});

test('a desk of one region invites for itself, and reads those of the whole programme; another desk sees nothing', async () => {
  const { invitation } = await invite(3, 'current_date', id.torstein);
  expect((await listed(id.torstein)).map((one) => one.id)).toEqual([invitation]);
  expect((await listed(id.ingrid)).map((one) => one.id)).toEqual([invitation]);
  const own = await invite();
  expect((await listed(id.torstein)).map((one) => one.id)).toEqual([own.invitation, invitation]);
  expect(await refused(db.sql, id.torstein, `close_invitation('${own.invitation}')`)).toBe(
    'invitation_unknown',
  );
  expect(await listed(id.birthe)).toEqual([]);
});

test('twelve months after it is over it is forgotten, with its company; who joined stays', async () => {
  const { secret } = await invite();
  const application = await join(id.alma, secret);
  const forget = async (months: number) =>
    (await db.sql`select private.forget_needs(now() + make_interval(months => ${months})) as gone`)[0]!.gone;
  expect(Number(await forget(12))).toBe(0);
  expect(Number(await forget(14))).toBe(1);
  await forget(14);
  expect(await db.sql`select from public.companies`).toHaveLength(0);
  expect(await db.sql`select from public.applications where id = ${application}`).toHaveLength(1);
});
