/** Mentors who show themselves to visitors, with a few words of their own; most do not. */
import type { Sql } from 'postgres';

/** By language: what somebody in any field could say. */
const words = {
  en: [
    'I have worked in the same field for twenty years and still learn something every week. I like questions that have no quick answer.',
    'I came here without knowing anybody. Somebody had time for me then. Now I have time for somebody else.',
    'I like to walk and talk. Tell me what you are good at, and we will find words for it that are understood here.',
    'My own way was not straight. I have changed my field once and my country once, and I would do both again.',
  ],
  nb: [
    'Jeg har jobbet i samme fag i tjue år og lærer fortsatt noe hver uke. Jeg liker spørsmål som ikke har et raskt svar.',
    'Da jeg begynte, var det en kollega som tok meg med på alt. Det vil jeg gjerne gi videre.',
    'Jeg går gjerne en tur mens vi snakker. Fortell hva du er god til, så finner vi ord for det som forstås her.',
    'Jeg har ansatt folk i mange år og kan fortelle hva jeg så etter, og hva jeg overså. Kaffen er på meg.',
  ],
  da: [
    'Jeg har arbejdet i samme fag i tyve år og lærer stadig noget hver uge. Jeg kan lide spørgsmål uden hurtige svar.',
    'Da jeg begyndte, tog en kollega mig med til alt. Det vil jeg gerne give videre.',
    'Jeg går gerne en tur, mens vi taler. Fortæl, hvad du er god til, så finder vi ord for det, som man forstår her.',
    'Jeg har ansat folk i mange år og kan fortælle, hvad jeg så efter, og hvad jeg overså. Jeg giver kaffen.',
  ],
  sv: [
    'Jag har arbetat inom samma yrke i tjugo år och lär mig fortfarande något varje vecka. Jag gillar frågor utan snabba svar.',
    'När jag började tog en kollega med mig på allt. Det vill jag gärna ge vidare.',
    'Jag går gärna en promenad medan vi pratar. Berätta vad du är bra på, så hittar vi ord för det som man förstår här.',
    'Jag har anställt människor i många år och kan berätta vad jag letade efter och vad jag missade. Jag bjuder på kaffet.',
  ],
};

/** Writes them beside the town: every third mentor who is approved, one of whom a coordinator has taken out. */
export async function fillIntroductions(sql: Sql): Promise<void> {
  await sql`insert into public.introductions (person, words, shown, with_photo, stopped_at)
    select person, ${sql.json(words)}::jsonb -> locale ->> (nr / 3 % 4)::integer, nr > 3, false, case when nr <= 3 then saved_at end
    from (select m.person, m.saved_at, p.locale, row_number() over (order by m.person) as nr
      from public.mentors m join public.people p on p.id = m.person where m.standing = 'approved') m
    where nr % 3 = 0`;
  await sql`insert into public.introduction_consents (person, shown, with_photo, version, locale, said_at)
    select i.person, true, false, 1, p.locale, m.saved_at
    from public.introductions i join public.people p on p.id = i.person join public.mentors m on m.person = i.person`;
}
