/** Verb × person for referrals, as in `matrix-verbs.ts`. */
import type { Verb } from './matrix-verbs.ts';
import { refer } from './referral.ts';

export const referralVerbs: Record<string, Verb> = {
  // Partners, at the desk
  add_partner: {
    call: () => `add_partner('free', null, 'The town library', 'organisation')`,
    may: ['ingrid'],
    else: 'not_a_coordinator',
    but: { torstein: 'desk_unknown', birthe: 'desk_unknown' },
  },
  renew_partner_link: {
    call: (is) => `renew_partner_link('${is.school}')`,
    may: ['ingrid'],
    else: 'partner_unknown',
  },
  note_partner_talk: {
    call: (is) => `note_partner_talk('${is.school}', current_date)`,
    may: ['ingrid'],
    else: 'partner_unknown',
  },
  close_partner: { call: (is) => `close_partner('${is.school}')`, may: ['ingrid'], else: 'partner_unknown' },
  text_referral: {
    before: () => `update public.referred set phone = '+47 900 00 001'`,
    call: (is) => `text_referral('${is.told}')`,
    may: ['ingrid'],
    else: 'referral_unknown',
  },
  close_referral: {
    call: (is) => `close_referral('${is.told}', 'moved')`,
    may: ['ingrid'],
    else: 'referral_unknown',
  },
  partner_desk: {
    call: () => 'partner_desk()',
    may: ['ingrid', 'torstein', 'birthe'],
    else: 'not_a_coordinator',
  },

  // A partner, who has the secret of a link
  open_partner_link: { call: (is) => `open_partner_link('${is.schoolKey}')`, may: 'all', visitors: true },
  refer: {
    call: (is) => refer(is.schoolKey, { address: 'somebody@example.org' }),
    may: 'all',
    visitors: true,
  },
  read_referral: { call: (is) => `read_referral('${is.statusKey}')`, may: 'all', visitors: true },

  // The referred person, who has another
  open_referral: { call: (is) => `open_referral('${is.toldKey}')`, may: 'all', visitors: true },
  decline_referral: { call: (is) => `decline_referral('${is.toldKey}')`, may: 'all', visitors: true },
  take_referral: {
    call: (is) => `take_referral('${is.toldKey}', 'nothing')`,
    // Whoever has a place in the programme needs no other.
    may: [
      'signe',
      'alma',
      'kari',
      'jonas',
      'lin',
      'mette',
      'tove',
      'pia',
      'wanda',
      'nils',
      'sol',
      'ingrid',
      'torstein',
      'birthe',
    ],
    else: 'in_programme_already',
  },
  my_referrals: { call: () => 'my_referrals()', may: 'all' },
  share_referral: {
    before: (is) => `update public.referrals set status = 'taken', taken_at = now() where id = '${is.told}'`,
    call: (is) => `share_referral('${is.told}', 'begun')`,
    may: ['alma'],
    else: 'referral_unknown',
  },
};
