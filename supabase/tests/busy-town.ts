/** A town where something of everything is going on. */
import { asPerson, type FreshDatabase } from '../../tests/database.ts';
import { draft, sent } from './applicant.ts';
import { id } from './cast.ts';
import { newsletters } from './newsletter.ts';
import { referAlma } from './referral.ts';
import { ask, letter, openMatch, openTrial, quietTown } from './town.ts';

/** What goes on, by name. */
export interface Affairs {
  /** Amina asked Kari: open. */
  asked: string;
  /** Ingrid proposed Jonas to Amina, who has not said yes. */
  proposed: string;
  /** Dawit and Jonas plan a trial, from an accepted request. */
  accepted: string;
  planning: string;
  /** Nils and Mette: a trial that led to a match which Birthe has yet to approve. */
  wonOver: string;
  met: string;
  match: string;
  /** Sol and Tove: Sol has ended what Birthe had approved. */
  overRequest: string;
  /** What Nils had asked before, and Tove has said no to. */
  declined: string;
  overTrial: string;
  over: string;
  /** Alma has applied to `free` as a mentee in the north. */
  applied: string;
  /** Signe has begun to apply, and nobody knows. */
  begun: string;
  /** Ingrid has begun an import of mentors, and has run another one that made nobody. */
  staged: string;
  ran: string;
  /** A language school of Ingrid's has referred Alma, who has not answered; and the secrets of their links. */
  school: string;
  told: string;
  schoolKey: string;
  toldKey: string;
  statusKey: string;
  /** Ingrid's call for a mentor, and her invitation of a company; both stand at Alma's application. */
  need: string;
  invited: string;
  /** Birthe's invitation of another company, which nobody has taken. */
  invitedThere: string;
  /** The same of one region: the north is Ingrid's alone, the south also Torstein's. */
  needNorth: string;
  needSouth: string;
  /** What somebody without an account asks about the south of `free`, and somebody else about `careful`. */
  enquiry: string;
  enquiryThere: string;
  /** Ingrid writes down what Alma tells her: she would like to be a mentor, too. */
  assisted: string;
  /** What Ingrid has begun to write to all of `free`, what its mentors and its mentees were sent, and all of `careful`. */
  begunNews: string;
  mentorNews: string;
  menteeNews: string;
  newsThere: string;
}

export interface BusyTown extends FreshDatabase {
  is: Affairs;
}

export async function busyTown(): Promise<BusyTown> {
  const town = await quietTown();
  const { sql } = town;
  const planning = await openTrial(sql, id.dawit, id.jonas);
  const declined = await ask(sql, id.nils, id.tove);
  await asPerson(sql, id.tove, (as) => as`select public.decline_request(${declined}, 'no-time')`);
  const over = await openMatch(sql, id.sol, id.tove);
  await asPerson(sql, id.birthe, (as) => as`select public.approve_match(${over})`);
  await asPerson(sql, id.sol, (as) => as`select public.end_match(${over}, 'not-working')`);
  const match = await openMatch(sql, id.nils, id.mette);
  const asked = await ask(sql, id.amina, id.kari);
  const [row] = await asPerson(
    sql,
    id.ingrid,
    (as) => as`select public.propose_match(${id.amina}, ${id.jonas}, ${letter}) as request`,
  );
  await asPerson(sql, id.amina, async (as) => {
    await as`select public.save_contact('Berg', null, 'woman', 'mail')`;
    await as`select public.mark_person(${id.kari}, 'favourite')`;
    await as`select public.save_draft('mentee', '{"about":"half a sentence"}')`;
  });
  await asPerson(sql, id.signe, (as) => as`select public.save_draft('mentor', '{}')`);
  await sql`insert into public.marks (person, other, mark)
    values (${id.tove}, ${id.nils}, 'blocked'), (${id.lin}, ${id.dawit}, 'blocked')`;
  await sql`insert into public.pictures (person, shape) values (${id.amina}, 1), (${id.kari}, 2), (${id.wanda}, 3)`;
  await sql`insert into public.preparations (person, part, programme, first_time)
    values (${id.walid}, 'mentee', 'free', false), (${id.wanda}, 'mentor', 'free', true)`;
  await sql`insert into public.preparation_steps (person, part, step)
    values (${id.walid}, 'mentee', 'course'), (${id.wanda}, 'mentor', 'interview')`;
  await sql`insert into public.expectations (person, part, chosen)
    values (${id.amina}, 'mentee', '{regular}'), (${id.dawit}, 'mentee', '{honest}'),
      (${id.kari}, 'mentor', '{regular}'), (${id.jonas}, 'mentor', '{prepare}'),
      (${id.dawit}, 'mentor', '{between}'), (${id.jonas}, 'mentee', '{private}')`;
  await sql`insert into public.backgrounds (person, country, employer, shares)
    values (${id.amina}, 'SY', null, '{}'), (${id.dawit}, 'ER', null, '{country}'), (${id.jonas}, null, 'Nordkraft', '{employer}'),
      (${id.mette}, null, 'Havly', '{}')`;
  await sql`insert into public.background_consents (person, shares, version, locale, how)
    values (${id.dawit}, '{country}', 1, 'en', 'page'), (${id.jonas}, '{employer}', 1, 'en', 'application')`;
  // Jonas shows himself to visitors; Mette has taken it back, and Lin's has been stopped.
  await sql`insert into public.introductions (person, words, shown, with_photo, stopped_at)
    values (${id.jonas}, 'I mend machines and like good questions.', true, false, null),
      (${id.mette}, 'I have led small teams for many years.', false, false, null),
      (${id.lin}, 'I know what it is like to begin anew.', false, false, now())`;
  await sql`insert into public.introduction_consents (person, shown, with_photo, version, locale)
    values (${id.jonas}, true, false, 1, 'en'), (${id.mette}, false, false, 1, 'nb')`;
  const applied = await sent(sql);
  await asPerson(sql, id.ingrid, async (as) => {
    await as`select public.ask_applicant(${applied}, 'Which days suit you?')`;
    await as`select public.note_interview(${applied}, '{"clarity": 4}')`;
  });
  await sql`insert into public.application_overrides (application, rule, reason) values (${applied}, 'age', 'She knows what she wants.')`;
  const begun = await draft(sql, { person: id.signe });
  const [staged, ran] = await sql<
    { id: string }[]
  >`insert into public.imports (programme, part, started_by, status, ran_at,
      ground, digest)
    values ('free', 'mentor', ${id.ingrid}, 'open', null, null, null),
      ('free', 'mentee', ${id.ingrid}, 'run', now(), 'They know of it and have said yes.', 'x') returning id`;
  await sql`insert into public.import_mappings (programme, part, mapping) values ('free', 'mentor', '{}')`;
  const { partner, receipt, referral, key } = await referAlma(sql);
  const [need] = await sql`insert into public.needs (programme, field, language, raised_by)
    values ('free', '25', 'en', ${id.ingrid}) returning id`;
  const [invited, invitedThere] = await sql`
    with company as (insert into public.companies (programme, name)
      values ('free', 'Brobygg'), ('careful', 'Havly') returning id, programme)
    insert into public.invitations (company, quota, valid_until, made_by)
    select c.id, 3, current_date + 30, d.person from company c join public.coordinators d
      on d.programme = c.programme and d.region is null order by c.programme desc returning id`;
  const [needNorth, needSouth] = await sql`insert into public.needs (programme, field, region, raised_by)
    select 'free', '22', region, ${id.ingrid} from unnest(array['zz-north', 'zz-south']) as region order by region returning id`;
  await sql`insert into public.companies (programme, region, name) values ('free', 'zz-north', 'Nordlys'), ('free', 'zz-south', 'Sørvind')`;
  await sql`insert into public.need_answers (need, application) values (${need!.id}, ${applied})`;
  await sql`insert into public.invitation_answers (invitation, application) values (${invited!.id}, ${applied})`;
  const [enquiry, enquiryThere] =
    await sql`insert into public.enquiries (topic, locale, words, programme, region, desks)
    values ('apply', 'sv', 'May I apply, too?', 'free', 'zz-south', private.enquiry_desks('free', 'zz-south')),
      ('other', 'en', 'Who are you all?', 'careful', null, private.enquiry_desks('careful', null)) returning id`;
  await sql`insert into private.enquiry_addresses (enquiry, address) select id, 'asks@example.org' from public.enquiries`;
  const [writing] = await asPerson(
    sql,
    id.ingrid,
    (as) =>
      as`select public.begin_assisted('free', 'mentor', ${`${id.alma}@example.org`}, 'Alma', 'nb', 'phone', 1) as assisted`,
  );
  const { begunNews, mentorNews, menteeNews, newsThere } = await newsletters(sql);
  // A round that is over, so that today anybody may apply.
  await sql`insert into public.rounds (programme, opens_on, closes_on, starts_on) values ('careful', '2026-01-01', '2026-01-28', '2026-04-08')`;
  await sql`insert into public.round_reminders (person, programme, locale) values (${id.signe}, 'careful', 'nb')`;
  const trials = await sql<{ id: string; request: string; match: string | null }[]>`
    select t.id, t.request, m.id as match from public.trials t left join public.matches m on m.trial = t.id`;
  const of = (match: string | null) => trials.find((trial) => trial.match === match)!;
  const is: Affairs = {
    asked,
    proposed: row!.request as string,
    accepted: of(null).request,
    planning,
    wonOver: of(match).request,
    met: of(match).id,
    match,
    overRequest: of(over).request,
    declined,
    overTrial: of(over).id,
    over,
    applied,
    begun,
    staged: staged!.id,
    ran: ran!.id,
    school: partner.id,
    told: referral,
    schoolKey: partner.secret,
    toldKey: key,
    statusKey: receipt.status_secret,
    need: need!.id as string,
    invited: invited!.id as string,
    invitedThere: invitedThere!.id as string,
    needNorth: needNorth!.id as string,
    needSouth: needSouth!.id as string,
    enquiry: enquiry!.id as string,
    enquiryThere: enquiryThere!.id as string,
    assisted: writing!.assisted as string,
    begunNews,
    mentorNews,
    menteeNews,
    newsThere,
  };
  return { ...town, is };
}
