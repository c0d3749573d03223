import postgres from 'postgres';

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
  for (const { email, what } of people) console.log(`    ${email.padEnd(34)}${what}`);
  console.log('\n  Ctrl-C stops everything.\n');
}

async function demoPeople(databaseUrl: string): Promise<{ email: string; what: string }[]> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    const [there] = await sql`select to_regclass('server.demo_people') as name`;
    return there?.['name']
      ? await sql<
          { email: string; what: string }[]
        >`select email, what from server.demo_people order by position`
      : [];
  } finally {
    await sql.end();
  }
}
