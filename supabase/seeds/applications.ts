/** People who have applied: some in every state, most of them to highly-skilled, and one at least at every desk. */
import type { Sql } from 'postgres';
import type { Self } from './about.ts';
import { insertAccounts } from './accounts.ts';
import { insertRows, type Row } from './insert-rows.ts';
import { desksOf, later, onTheHour } from './ledger.ts';
import { makeResident, type Resident } from './people.ts';
import { dice, type Dice } from './random.ts';
import { readPlaces } from './read-ground.ts';
import type { Settled } from './settle.ts';
import type { Spoken } from './speech.ts';
import { sure } from './sure.ts';
import { towns } from './towns.ts';
import { letters, notes, questions } from './words/application-letters.ts';

/** What has become of an application; `days` is how long ago it was sent. */
interface Fate {
  programme: string;
  part: 'mentee' | 'mentor';
  status: string;
  days: number;
  /** Where an answer stands in the way of a rule. */
  different?: Row;
}

const fate = (programme: string, part: Fate['part'], status: string, days: number, different?: Row): Fate => ({ programme, part, status, days, ...(different && { different }) }); // prettier-ignore
const here = (part: Fate['part'], status: string, days: number, different?: Row) =>
  fate('highly-skilled', part, status, days, different);

const fates: Fate[] = [
  ...[1, 2, 3, 5, 6, 9, 12, 19].map((days) => here('mentee', 'sent', days)),
  here('mentee', 'sent', 4, { education: { level: 'trade-certificate', where: 'home', recognised: 'no' } }),
  here('mentee', 'sent', 7, { commitment: false }),
  // One is late, and one is due within days.
  ...[38, 44].map((days) => here('mentee', 'sent', days)),
  ...[1, 4, 8, 15].map((days) => here('mentor', 'sent', days)),
  here('mentee', 'asked', 6),
  here('mentor', 'asked', 9),
  ...[5, 8, 11].map((days) => here('mentee', 'interview', days)),
  here('mentor', 'interview', 7),
  ...[20, 33, 47].map((days) => here('mentee', 'waiting', days)),
  here('mentee', 'preparing', 30),
  here('mentee', 'redirected', 24),
  ...[40, 55].map((days) => here('mentee', 'declined', days)),
  here('mentor', 'withdrawn', 12),
  ...['sent', 'interview', 'waiting'].map((status, nr) =>
    fate('women-network', 'mentee', status, 3 + 5 * nr),
  ),
  // Sent before the round opens: they stand in its line.
  ...[3, 8, 14].map((days) => fate('settle-in', 'mentee', 'sent', days)),
  ...towns
    .filter(({ programme }) => !['highly-skilled', 'women-network'].includes(programme))
    .map(({ programme }, nr) => fate(programme, nr % 3 === 2 ? 'mentor' : 'mentee', 'sent', 2 + nr)),
];

/** Writes the applicants and their applications; the town around them stays as it is. */
export async function fillApplications(sql: Sql, settled: Settled, asOf: Date): Promise<void> {
  const chance = dice(20_261_122);
  const places = await readPlaces(sql);
  const newcomers = fates.map(({ programme, part }) =>
    makeResident(chance, sure(towns.find((town) => town.programme === programme)), part, places, asOf.getUTCFullYear()),
  ); // prettier-ignore
  await arrive(sql, newcomers, asOf);
  // Two who take part already came this way.
  const known = settled.mentees.filter(({ id, town, address }) => town.programme === 'highly-skilled' && !settled.arriving.has(id) && !/^mentee/.test(address)).slice(0, 2); // prettier-ignore
  const stories = [
    ...newcomers.map((person, nr) => ({ person, fate: sure(fates[nr]) })),
    ...known.map((person) => ({ person, fate: here('mentee', 'accepted', 62) })),
  ];
  const forms = await sql<{ key: string; version: number }[]>`
    select key, max(version) as version from public.forms group by key`;
  const told = stories.map(({ person, fate: story }) => {
    const { row, ...rest } = tell(chance, person, story, settled, asOf);
    return {
      ...rest,
      row: { ...row, form_version: sure(forms.find(({ key }) => key === row.part)).version },
    };
  });
  await insertRows(sql, 'public.applications', told.map(({ row }) => row)); // prettier-ignore
  // By the form and the rules there are: answers it does not ask for go, and the verdict is the database's own.
  await sql`update public.applications a set answers = private.asked_answers(f.definition, a.programme,
        private.rules_on(a.programme, a.sent_at::date) || jsonb_build_object('intake', p.rules -> 'intake'), p.asks_gender,
        private.fitting_answers(f.definition, a.answers)),
      eligibility = private.eligibility(a.programme, a.part, a.answers, a.sent_at::date) || '{"overridden": []}',
      round = r.opens_on, due_on = greatest(a.sent_at::date, r.opens_on) + p.promise_days
    from public.forms f, public.programmes p, (values ('mentee'), ('mentor')) as part (name)
      left join lateral private.round_of(p.key, ${asOf}::date) r on part.name = 'mentee'
    where part.name = a.part and f.key = a.part and f.version = a.form_version and p.key = a.programme`;
  await sql`update public.applications set late_told_at = ${later(asOf, -0.1)} where due_on < ${asOf}::date`;
  await insertRows(sql, 'public.application_messages', told.flatMap(({ messages }) => messages).map((message, nr) => ({ id: nr + 1, ...message }))); // prettier-ignore
  await sql`select setval(pg_get_serial_sequence('public.application_messages', 'id'), 1000)`;
  await insertRows(sql, 'public.events', told.flatMap(({ events }) => events)); // prettier-ignore
  await insertRows(sql, 'private.outbox', told.flatMap(({ mails }) => mails)); // prettier-ignore
  await talkOnce(sql, sure(settled.desks.get('women-network')), sure(told.find(({ row }) => row.programme === 'women-network' && row.status === 'interview')).row, asOf); // prettier-ignore
  await assist(sql, sure(settled.desks.get('highly-skilled')), sure(told.find(({ row }) => row.programme === 'highly-skilled' && row.status === 'sent')).row); // prettier-ignore
}

/** Of one the first talk is noted but for its end, and a second one is proposed. */
async function talkOnce(sql: Sql, desk: string, { id }: Row, asOf: Date): Promise<void> {
  await insertRows(sql, 'public.application_notes', [
    { application: id, ...notes, written_by: desk, noted_at: later(asOf, -2) },
  ]);
}

/** One was written down by a coordinator, and another one has only been begun. */
async function assist(sql: Sql, desk: string, { id, person, locale, sent_at }: Row): Promise<void> {
  await sql`update public.applications set assisted_by = ${desk} where id = ${id as string}`;
  await insertRows(sql, 'public.consents', [
    { application: id, person, version: 1, locale, how: 'phone', heard_by: desk, said_at: sent_at },
  ]);
  await sql.begin(async (tx) => {
    await tx`select set_config('request.jwt.claims', ${JSON.stringify({ sub: desk })}, true)`;
    await tx`select public.begin_assisted('highly-skilled', 'mentee', 'nadia@demo.example', 'Nadia', 'nb', 'phone', 1)`;
    // Nobody is told anything in the first minute.
    await tx`update private.outbox set sent_at = now() where kind = 'application-assisted'`;
  });
}

async function arrive(sql: Sql, people: Resident[], asOf: Date): Promise<void> {
  const joined = later(asOf, -50);
  await insertAccounts(sql, people, joined);
  await insertRows(sql, 'public.people', people.map(({ id, name, locale }) => ({ id, shown_name: name, locale, created_at: joined }))); // prettier-ignore
  await insertRows(sql, 'public.people_private', people.map(({ id, gender, contact }) => ({ person: id, gender, contact }))); // prettier-ignore
}

function tell(
  chance: Dice,
  person: Resident,
  { programme, part, status, days, different }: Fate,
  settled: Settled,
  asOf: Date,
) {
  const id = chance.uuid();
  const sent = later(asOf, -days - chance.roll() / 2);
  const moved = status === 'sent' ? sent : later(sent, (days / 3) * (0.5 + chance.roll() / 2));
  const over = ['accepted', 'redirected', 'declined', 'withdrawn'].includes(status);
  const desk = sure(settled.desks.get(programme));
  const talks = [1, 2, 3].map((ahead) => onTheHour(later(asOf, ahead + 1), 8 + 2 * ahead));
  const talk = status === 'interview' && { times: talks, minutes: 30, how: 'online', meet_at: `https://talk.example/${id.slice(0, 8)}`, invited_by: desk, interview_at: days % 2 ? talks[1] : null }; // prettier-ignore
  const row = {
    id,
    person: person.id,
    programme,
    part,
    locale: person.locale,
    answers: { ...answers(chance, person, asOf.getUTCFullYear()), ...different },
    revision: 12,
    status,
    line: ['waiting', 'preparing'].includes(status) ? status : 'sent',
    asked_from: status === 'asked' ? 'sent' : null,
    region: person.row.region,
    begun_at: later(sent, -0.02),
    touched_at: moved,
    sent_at: sent,
    due_on: sent,
    moved_at: moved,
    // Nobody is told anything in the first minute.
    told_at: ['sent', 'waiting', 'preparing'].includes(status) ? later(asOf, -chance.int(1, 12)) : null,
    times: [],
    minutes: null,
    how: null,
    meet_at: null,
    invited_by: null,
    interview_at: null,
    decided_at: over ? moved : null,
    reason: reasons[status] ?? null,
    ...talk,
  };
  const [kind, text] = status === 'asked' ? ['question', questions[person.locale]] : ['letter', letters[status]?.[person.locale]]; // prettier-ignore
  const messages = text ? [{ application: id, kind, message: text.replace('{name}', person.name), written_by: desk, at: moved }] : []; // prettier-ignore
  const event = (at: Date, verb: string, actor: string, detail: Row = {}) => ({ at, actor, verb, noun: 'application', subject: id, mentee: part === 'mentee' ? person.id : null, mentor: part === 'mentor' ? person.id : null, desks: desksOf(programme, person.row.region), detail }); // prettier-ignore
  const step = sure(steps[status]);
  const events = [
    event(sent, 'send_application', person.id),
    ...(step.verb ? [event(moved, step.verb, step.verb === 'withdraw_application' ? person.id : desk, step.decision ? { decision: step.decision } : {})] : []),
  ]; // prettier-ignore
  const mail = { key: `application-sent:${id}`, kind: 'application-sent', person: person.id, params: {}, queued_at: sent, next_at: sent, attempts: 1, sent_at: later(sent, 0.0001) }; // prettier-ignore
  return { row, messages, events, mails: days < 25 ? [mail] : [] };
}

const reasons: Record<string, string> = {
  accepted: 'ready', waiting: 'no-match-yet', preparing: 'language-first', redirected: 'other-programme', declined: 'not-for-whom',
}; // prettier-ignore

/** The last step on the way to each state. */
const steps: Record<string, { verb?: string; decision?: string }> = {
  sent: {},
  asked: { verb: 'ask_applicant' },
  interview: { verb: 'invite_to_interview' },
  waiting: { verb: 'decide_application', decision: 'wait' },
  preparing: { verb: 'decide_application', decision: 'prepare' },
  accepted: { verb: 'decide_application', decision: 'accept' },
  redirected: { verb: 'decide_application', decision: 'redirect' },
  declined: { verb: 'decide_application', decision: 'decline' },
  withdrawn: { verb: 'withdraw_application' },
};

/** As if she had filled in the form: her place's facts, and what only the form asks. */
function answers(chance: Dice, { name, gender, self, town, row }: Resident, year: number): Row {
  // What the form does not ask for goes when the answers are put in.
  const { migrated, ...facts } = row;
  const refugees = ['business-leaders', 'company', 'local-refugee'].includes(town.programme);
  return {
    ...facts,
    shown_name: name,
    birth_year: year - (town.mentees_are.startsWith('young') ? chance.int(18, 28) : chance.int(26, 52)),
    gender,
    ...life(town.programme, self),
    ...from(row['languages'] as Spoken[]),
    experience: [{ work: self.code, years: self.years }],
    came_as: refugees ? 'refugee' : chance.pick(['work', 'family', 'family', 'study', 'refugee']),
    arrival_year: self.moved,
    education: { level: chance.pick(['bachelor', 'master', 'master', 'doctorate']), where: 'home', recognised: chance.pick(['yes', 'no', 'partly']) }, // prettier-ignore
    student: town.mentees_are === 'students',
    job_ready: true,
    migrated: migrated === null || migrated === undefined ? 'unsaid' : migrated ? 'yes' : 'no',
    motivation: chance.some(['society', 'experience', 'meet-someone', 'own-skills'], 2),
    channel: chance.pick(['someone-i-know', 'social-media', 'event', 'own-search']),
    commitment: true,
    consent_store: true,
    consent_share: chance.chance(0.5),
  };
}

/** One country where each mother tongue is spoken; those of the North have none. */
const homes: Record<string, string> = {
  ar: 'SY', uk: 'UA', fa: 'IR', ti: 'ER', am: 'ET', so: 'SO', tr: 'TR', ur: 'PK', hi: 'IN', es: 'CO', pt: 'BR', pl: 'PL',
  tl: 'PH', zh: 'CN', en: 'KE', de: 'DE', fr: 'FR', bs: 'BA', vi: 'VN',
}; // prettier-ignore

function from([mother]: Spoken[]): Row {
  const country = homes[mother?.language ?? ''];
  return country ? { country } : {};
}

/** Some tell what their everyday asks of them; where the form does not ask, it goes. */
function life(programme: string, { years }: Self): Row {
  const asked = ['women-network', 'youth', 'supportive-adult', 'local-refugee'].includes(programme);
  if (!asked || years % 2 === 0) return {};
  return { life: ['children-alone'], energy: 'little', support: ['language-course'], consent_life: true };
}
