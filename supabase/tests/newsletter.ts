/** Newsletters as the tests write them. */
import type { Sql } from 'postgres';
import { act } from './affair.ts';

export const said = 'Two new courses begin in January.\n\nRead more: https://example.org/courses';

/** A newsletter begun by a coordinator, written in these languages. Answers its id and its version. */
export async function begin(
  sql: Sql,
  by: string,
  { programme = 'free', audience = 'both', locales = ['en'] } = {},
): Promise<{ id: string; version: number }> {
  const id = await act<string>(sql, by, `begin_newsletter('${programme}', '${audience}')`);
  for (const [nr, locale] of locales.entries())
    await act(sql, by, `write_newsletter('${id}', ${nr + 1}, '${locale}', 'News in ${locale}', '${said}')`);
  return { id, version: locales.length + 1 };
}

/** Everybody here has said yes. */
export const sayYes = async (sql: Sql, ...people: string[]) => {
  for (const person of people) await act(sql, person, 'choose_newsletters(true)');
};

/** What the busy town has: one that is begun, and three that were sent. */
export async function newsletters(sql: Sql) {
  const rows = await sql<{ id: string }[]>`
    insert into public.newsletters (programme, audience, sent_at, receivers)
    values ('free', 'both', null, null), ('free', 'mentors', now() - interval '20 days', 1),
      ('free', 'mentees', now() - interval '20 days', 1), ('careful', 'both', now() - interval '20 days', 1)
    returning id`;
  const [begunNews = '', mentorNews = '', menteeNews = '', newsThere = ''] = rows.map(({ id }) => id);
  await sql`insert into public.newsletter_texts (newsletter, locale, title, words)
    select id, 'en', 'What is new', ${said} from public.newsletters`;
  return { begunNews, mentorNews, menteeNews, newsThere };
}
