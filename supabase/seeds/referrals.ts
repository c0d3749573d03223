/** Partners who refer people, and what has become of whom they referred: some came this way who have applied already. */
import type { Sql } from 'postgres';
import { insertRows, type Row } from './insert-rows.ts';
import { later } from './ledger.ts';
import { dice, type Dice } from './random.ts';
import type { Settled } from './settle.ts';
import { sure } from './sure.ts';

interface PartnerStory {
  name: string;
  kind: string;
  programme: string;
  region: string | null;
  /** States of applications that came of its referrals. */
  applied: string[];
  /** Who has not answered yet: name, language, days ago, and what was said. */
  waiting: [name: string, locale: string, days: number, comment: string | null][];
  /** Why others never began, and how long ago they were referred. */
  ended: [reason: string, days: number][];
  /** How many days ago desk and partner last talked about how it fits. */
  talked?: number;
}

const partners: PartnerStory[] = [
  {
    name: 'Fjordbyen språkskole', kind: 'language-school', programme: 'highly-skilled', region: null,
    applied: ['accepted', 'sent', 'interview'],
    waiting: [['Samira', 'nb', 12, 'Samira vil gjerne bli ringt om formiddagen.'], ['Tomasz', 'en', 3, null]],
    ended: [['not-reached', 70], ['moved', 120]], talked: 45,
  },
  {
    name: 'Jobbhjørnet', kind: 'job-centre', programme: 'highly-skilled', region: null,
    applied: ['accepted', 'declined', 'declined', 'redirected'],
    waiting: [['Hodan', 'nb', 6, 'Hodan er sykepleier og lurer på autorisasjon.']],
    ended: [['said-no', 40], ['not-reached', 90], ['not-for-this-programme', 15]],
  },
  {
    name: 'Havnegata boligområde', kind: 'housing-plan', programme: 'highly-skilled', region: 'no-11',
    applied: [], waiting: [['Birhan', 'en', 1, null]], ended: [],
  },
  {
    name: 'Kvindecaféen', kind: 'organisation', programme: 'women-network', region: null,
    applied: ['sent', 'waiting'], waiting: [['Noor', 'da', 4, 'Noor vil helst mødes online.']], ended: [['other-way', 33]],
  },
]; // prettier-ignore

/** Writes partners and referrals; applications that are there already may have come through one. */
export async function fillReferrals(sql: Sql, settled: Settled, asOf: Date): Promise<void> {
  const chance = dice(20_261_123);
  const free = await sql<
    Application[]
  >`select a.id, a.person, a.programme, a.status, a.begun_at, a.decided_at,
      case a.status when 'accepted' then m.approved_at end as approved_at
    from public.applications a left join public.mentees m on m.person = a.person and m.programme = a.programme
    where a.part = 'mentee' order by a.sent_at, a.id`;
  const told = partners.map((story) => tell(chance, story, free, settled, asOf));
  await insertRows(sql, 'public.partners', told.map(({ partner }) => partner)); // prettier-ignore
  await insertRows(sql, 'public.referrals', told.flatMap(({ referrals }) => referrals)); // prettier-ignore
  await insertRows(sql, 'public.referred', told.flatMap(({ referred }) => referred)); // prettier-ignore
  await insertRows(sql, 'public.events', told.flatMap(({ events }) => events)); // prettier-ignore
}

interface Application {
  id: string;
  person: string;
  programme: string;
  status: string;
  begun_at: Date;
  decided_at: Date | null;
  /** When the place opened that came of it. */
  approved_at: Date | null;
}

const why: Record<string, string> = { declined: 'not-for-this-programme', redirected: 'other-way' };

function tell(chance: Dice, story: PartnerStory, free: Application[], settled: Settled, asOf: Date) {
  const { name, kind, programme, region } = story;
  const desk = sure(settled.desks.get(programme));
  const desks = region ? [programme, `${programme}/${region}`] : [programme];
  const partner = { id: chance.uuid(), programme, region, name, kind, added_by: desk, added_at: later(asOf, -150), link_until: later(asOf, 30), closed_at: null, talked_on: story.talked ? later(asOf, -story.talked) : null }; // prettier-ignore
  const row = (at: Date, more: Row) => ({ id: chance.uuid(), partner: partner.id, programme, code: code(chance), status: 'invited', person: null, application: null, self_check: { area: 'yes', commitment: 'yes', language: 'unknown' }, understands: 'yes', wants: 'yes', consent: 'said-yes-1', consent_locale: 'nb', shares: 'nothing', reason: null, referred_at: at, expires_at: later(at, 30), texted_at: null, reminded_at: null, taken_at: null, started_at: null, ended_at: null, desks, ...more }); // prettier-ignore
  const applied = story.applied.map((status) => {
    const at = free.findIndex((one) => one.status === status && one.programme === programme);
    const application = sure(free.splice(at, 1)[0]);
    const taken = application.begun_at;
    const end = why[status] ? { status: 'ended', reason: why[status], ended_at: application.decided_at } : { status: 'taken' }; // prettier-ignore
    return row(later(taken, -2), { person: application.person, application: application.id, taken_at: taken, shares: 'begun', started_at: application.approved_at, ...end }); // prettier-ignore
  });
  const ended = story.ended.map(([reason, days]) =>
    row(later(asOf, -days), { status: 'ended', reason, ended_at: later(asOf, -days + 9) }),
  );
  const waiting = story.waiting.map(([, , days]) =>
    // A coordinator sends the text within a day or two.
    row(later(asOf, -days), { texted_at: days > 2 ? later(asOf, -days + 1) : null }),
  );
  const referred = waiting.map(({ id }, nr) => {
    const [called, locale, , comment] = sure(story.waiting[nr]);
    return { referral: id, name: called, locale, phone: `+47 900 00 ${100 + chance.int(1, 800)}`, comment };
  });
  const event = (at: unknown, verb: string, noun: string, subject: string) => ({ at, actor: null, verb, noun, subject, mentee: null, mentor: null, desks, detail: {} }); // prettier-ignore
  const events = [
    event(partner.added_at, 'add_partner', 'partner', partner.id),
    ...[...applied, ...ended, ...waiting].map((one) => event(one.referred_at, 'refer', 'referral', one.id)),
    ...ended.map((one) =>
      event((one as Row).ended_at, one.reason === ('said-no' as unknown) ? 'decline_referral' : 'close_referral', 'referral', one.id),
    ),
  ]; // prettier-ignore
  return { partner, referrals: [...applied, ...ended, ...waiting], referred, events };
}

const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const code = (chance: Dice) => {
  const six = Array.from({ length: 6 }, () => letters.charAt(chance.int(0, 31))).join('');
  return `${six.slice(0, 3)}-${six.slice(3)}`;
};
