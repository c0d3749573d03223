/** An account for somebody who has not signed in yet: one for each address, unconfirmed, and kept while it is needed. */
import { expect, test } from 'vitest';
import { refusalOf } from '../../tests/database.ts';
import { draft } from './applicant.ts';
import { id } from './cast.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const accountOf = async (address: string) =>
  (await db.sql`select private.account_of(${address}) as account`)[0]!.account as string;

test('however it is written, an address is one account', async () => {
  const account = await accountOf(' Somebody.New@Example.org ');
  expect(await accountOf('somebody.new@example.org')).toBe(account);
  const [user] = await db.sql`select email, email_confirmed_at from auth.users where id = ${account}`;
  expect(user).toEqual({ email: 'somebody.new@example.org', email_confirmed_at: null });
});

test('whoever is there already stays who she is', async () => {
  const [user] = await db.sql`select email, email_confirmed_at from auth.users where id = ${id.amina}`;
  expect(await accountOf(user!.email)).toBe(id.amina);
  expect(await db.sql`select email, email_confirmed_at from auth.users where id = ${id.amina}`).toEqual([
    user,
  ]);
});

test('eight coordinators at once make one account', async () => {
  const accounts = await Promise.all(Array.from({ length: 8 }, () => accountOf('several@example.org')));
  expect(new Set(accounts).size).toBe(1);
});

test('what is no address is refused', async () => {
  for (const address of ['', 'somebody', 'a@b', 'a b@c.example', `${'a'.repeat(250)}@c.example`])
    expect(await refusalOf(accountOf(address)), address).toBe('address_malformed');
});

test('an account with an application is not forgotten as unconfirmed', async () => {
  const account = await accountOf('applies@example.org');
  const idle = await accountOf('idle@example.org');
  await draft(db.sql, { person: account });
  await db.sql`select private.forget_unconfirmed(now() + interval '2 days')`;
  const left = await db.sql<{ id: string }[]>`select id from auth.users where id in (${account}, ${idle})`;
  expect(left.map((user) => user.id)).toEqual([account]);
});
