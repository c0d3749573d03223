import postgres from 'postgres';
import { cast } from '../supabase/seeds/cast.ts';

/** Says where everything is, and with which demo addresses one can sign in. */
export async function welcome(
  address: string,
  databaseUrl: string,
  { mailbox }: { mailbox: boolean },
): Promise<void> {
  console.log(`\n  Site       ${address}/`);
  if (mailbox) console.log(`  Mailbox    ${address}/mailbox/ (codes and mails of this machine)`);
  const people = await demoPeople(databaseUrl);
  if (people.length) console.log('\n  Sign in with one of these addresses; the code comes to the mailbox.');
  for (const { address: to, name } of people) console.log(`    ${to.padEnd(36)}${name}`);
  console.log('\n  Ctrl-C stops everything.\n');
}

/** Those of the cast who are in this database; with `--empty` there are none. */
async function demoPeople(databaseUrl: string): Promise<{ address: string; name: string }[]> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    const everybody = Object.values(cast);
    const addresses = everybody.map(({ address }) => address);
    const found = await sql<
      { email: string }[]
    >`select email from auth.users where email in ${sql(addresses)}`;
    return everybody.filter(({ address }) => found.some(({ email }) => email === address));
  } finally {
    await sql.end();
  }
}
