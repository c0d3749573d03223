/** What a programme has told its people: one newsletter in its archive, and who has said yes to the next. */
import type { Sql } from 'postgres';

const texts = {
  en: {
    title: 'Three evenings, and a text on ending well',
    words:
      'Three evenings are coming up, and all of you are welcome: the unwritten rules of a workplace, talks about pay, and a walk in the woods.\n\nThe handbook has a new text on ending well. Read it before your last meeting, and not on the way there.\n\nThank you for your time. It is noticed.',
  },
  nb: {
    title: 'Tre kvelder, og en tekst om å avslutte godt',
    words:
      'Tre kvelder står for tur, og alle er velkomne: arbeidslivets uskrevne regler, lønnssamtalen og en tur i skogen.\n\nHåndboka har en ny tekst om å avslutte godt. Les den før det siste møtet, og ikke på vei dit.\n\nTakk for tiden deres. Den merkes.',
  },
  da: {
    title: 'Tre aftener, og en tekst om at slutte godt',
    words:
      'Tre aftener står for døren, og alle er velkomne: arbejdslivets uskrevne regler, lønsamtalen og en tur i skoven.\n\nHåndbogen har fået en ny tekst om at slutte godt. Læs den før det sidste møde, og ikke på vej derhen.\n\nTak for jeres tid. Den kan mærkes.',
  },
  sv: {
    title: 'Tre kvällar, och en text om att avsluta väl',
    words:
      'Tre kvällar väntar, och alla är välkomna: arbetslivets oskrivna regler, lönesamtalet och en promenad i skogen.\n\nHandboken har en ny text om att avsluta väl. Läs den före det sista mötet, och inte på väg dit.\n\nTack för er tid. Den märks.',
  },
};

/** Writes them beside the town: one for each programme, three weeks old; every second of its people reads them by mail. */
export async function fillNewsletters(sql: Sql, asOf: Date): Promise<void> {
  await sql`insert into private.newsletter_readers (person, said_at)
    select person, ${asOf}::timestamptz - interval '30 days'
    from (select person, row_number() over (order by person) as nr from (
      select m.person from public.mentors m where m.standing = 'approved'
      union select m.person from public.mentees m where m.standing = 'approved') p) p
    where nr % 2 = 0`;
  await sql`insert into public.newsletters (id, programme, audience, saved_at, sent_at, receivers)
    select md5('newsletter ' || p.key)::uuid, p.key, 'both', t.at, t.at, (
      select count(*) from private.newsletter_readers r where
        exists (select from public.mentors m where m.person = r.person and m.programme = p.key)
        or exists (select from public.mentees m where m.person = r.person and m.programme = p.key))
    from public.programmes p, (select ${asOf}::timestamptz - interval '21 days' as at) t
    where exists (select from public.mentors m where m.programme = p.key)`;
  await sql`insert into public.newsletter_texts (newsletter, locale, title, words)
    select n.id, t.key, t.value ->> 'title', t.value ->> 'words'
    from public.newsletters n, jsonb_each(${sql.json(texts)}) t`;
}
