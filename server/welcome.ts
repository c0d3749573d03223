import postgres from 'postgres';
import { cast } from '../supabase/seeds/cast.ts';
import { readyAddresses } from '../supabase/seeds/ready.ts';

/** Says where everything is, and with which demo addresses one can sign in. */
export async function welcome(
  address: string,
  databaseUrl: string,
  { mailbox, smtp }: { mailbox: boolean; smtp: boolean },
): Promise<void> {
  console.log(`\n  Site       ${address}/`);
  if (mailbox) console.log(`  Mailbox    ${address}/mailbox/ (codes and mails of this machine)`);
  else if (!smtp) console.log('  Mails      go nowhere until SMTP_URL is set (docs/operate.md)');
  const people = await demoPeople(databaseUrl);
  if (people.length) console.log('\n  Sign in with one of these addresses; the code comes to the mailbox.');
  for (const { address: to, name } of people) console.log(`    ${to.padEnd(36)}${name}`);
  console.log('\n  Ctrl-C stops everything.\n');
}

/** Those of the cast, and two who get ready, who are in this database; with `--empty` there are none. */
async function demoPeople(databaseUrl: string): Promise<{ address: string; name: string }[]> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    const everybody = Object.values(cast);
    const addresses = [...everybody.map(({ address }) => address), ...readyAddresses];
    const found = await sql<{ address: string; name: string | null }[]>`
      select u.email as address, p.shown_name as name from auth.users u left join public.people p on p.id = u.id
      where u.email in ${sql(addresses)}`;
    return addresses.flatMap((wanted) => {
      const one = found.find(({ address }) => address === wanted);
      const known = everybody.find(({ address }) => address === wanted);
      return one ? [{ address: wanted, name: one.name ?? known?.name ?? '' }] : [];
    });
  } finally {
    await sql.end();
  }
}
