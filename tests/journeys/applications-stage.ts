/** People who have applied, made through the verbs as they would do it themselves. */
import type { Sql } from 'postgres';
import { insertAccounts } from '../../supabase/seeds/accounts.ts';
import type { Locale } from '../../src/schemas/vocabulary.ts';
import { asPerson } from '../database.ts';

export interface Applicant {
  id: string;
  address: string;
  name: string;
  part: 'mentee' | 'mentor';
  locale: Locale;
  answers: Record<string, unknown>;
}

const names = [
  'Aria', 'Bashir', 'Chandra', 'Daria', 'Emre', 'Farida', 'Goran', 'Hiba', 'Ivo', 'Jamila',
  'Kofi', 'Lamia', 'Mehret', 'Naveed', 'Oluchi', 'Petra', 'Qasim', 'Rosa', 'Selam', 'Tariq',
]; // prettier-ignore
const tongues: Locale[] = ['en', 'nb', 'da', 'sv'];

const common = {
  formats: ['in-person', 'online'],
  hours: 4,
  commitment: true,
  languages: [
    { language: 'no', level: 'B2' },
    { language: 'en', level: 'C1' },
  ],
  field: '2142',
  about: 'I have planned bridges for nine years and would like to talk with somebody in the field.',
  consent_store: true,
};

/** So many people who ask to join `highly-skilled`; every fifth as a mentor, every fourth from Stavanger. The third
 * has a trade certificate, and the programme asks for a degree. */
export function applicants(count: number): Applicant[] {
  return names.slice(0, count).map((name, nr) => {
    const part = nr % 5 === 4 ? 'mentor' : 'mentee';
    const level = nr === 2 ? 'trade-certificate' : 'master';
    const own =
      part === 'mentor'
        ? { offers: ['network', 'sector'], motivation: ['society'] }
        : {
            came_as: 'refugee',
            goals: ['network', 'cv'],
            education: { level, where: 'home', recognised: 'partly' },
          };
    const id = `00000000-0000-4000-8000-0000000009${String(nr).padStart(2, '0')}`;
    const address = `applicant${nr}@demo.example`;
    const place = nr % 4 === 1 ? 'no-1103' : 'no-0301';
    const locale = tongues[nr % tongues.length] ?? 'en';
    return { id, address, name, part, locale, answers: { shown_name: name, place, ...common, ...own } };
  });
}

/** Each applies, the first one first: answers are due in that order. */
export async function apply(sql: Sql, people: Applicant[]): Promise<void> {
  await insertAccounts(sql, people, new Date(Date.now() - 40 * 86_400_000));
  for (const [nr, { id, part, locale, answers }] of people.entries()) {
    const application = await asPerson(sql, id, async (tx) => {
      const [begun] = await tx<{ id: string }[]>`
        select public.begin_application('highly-skilled', ${part}, ${locale}) as id`;
      const own = begun?.id ?? '';
      const [row] = await tx<
        { revision: number }[]
      >`select revision from public.applications where id = ${own}`;
      await tx`select public.save_application(${own}, ${tx.json(answers as never)}, ${row?.revision ?? 0})`;
      const [sent] = await tx<{ missing: string[] }[]>`
        select array(select jsonb_array_elements_text(public.send_application(${own}) -> 'missing')) as missing`;
      if (sent && sent.missing.length > 0) throw new Error(`${part} has not answered ${sent.missing.join()}`);
      return own;
    });
    await sql`update public.applications set sent_at = sent_at - make_interval(days => ${people.length - nr}),
      due_on = due_on - ${people.length - nr}::integer where id = ${application}`;
  }
}
