/** Needs, companies and enquiries: table × person as in `matrix.ts`, verb × person as in `matrix-verbs.ts`. */
import type { Affairs } from './busy-town.ts';
import { id, type Name } from './cast.ts';
import type { Table } from './matrix.ts';
import type { Verb } from './matrix-verbs.ts';

export const recruitingTables: Record<string, Table> = {
  // Alma's application answers the need and came through the company, both of the whole programme: the south reads them,
  // and not who came.
  needs: {
    columns:
      'id programme code field language region hours format raised_by raised_at expires_on closed_at reason desks',
    row: 'id',
    sees: { ingrid: 'need needNorth needSouth', torstein: 'need needSouth' },
  },
  need_answers: {
    columns: 'need application',
    row: `need || ':' || application`,
    sees: { alma: 'need:applied', ingrid: 'need:applied' },
  },
  enquiries: {
    columns: 'id topic locale words programme region asked_at answer answered_at desks',
    row: 'id',
    sees: { ingrid: 'enquiry', torstein: 'enquiry', birthe: 'enquiryThere' },
  },
  companies: {
    columns: 'id programme region name desks',
    row: 'name',
    sees: { ingrid: 'Brobygg Nordlys Sørvind', torstein: 'Brobygg Sørvind', birthe: 'Havly' },
  },
  invitations: {
    columns: 'id company quota valid_until made_by made_at closed_at',
    row: 'id',
    sees: { ingrid: 'invited', torstein: 'invited', birthe: 'invitedThere' },
  },
  invitation_answers: {
    columns: 'application invitation',
    row: `invitation || ':' || application`,
    sees: { alma: 'invited:applied', ingrid: 'invited:applied' },
  },
};

/** In the busy town nobody is as many as three. */
const few = () => `update public.programmes set rules = jsonb_set(rules, '{matching,least_people}', '1')`;
const code = (is: Affairs) => is.need.slice(0, 8);
const link = (is: Affairs) =>
  `insert into private.invitation_links (invitation, hash) values ('${is.invited}', sha256('a secret'))`;
/** Kari, Jonas and Lin are mentors in `free` already; Wanda waits. */
const notYetMentors = (Object.keys(id) as Name[]).filter(
  (name) => !['kari', 'jonas', 'lin', 'wanda'].includes(name),
);

export const recruitingVerbs: Record<string, Verb> = {
  // What readers found clear, of all texts there are
  page_answers: {
    call: () => `page_answers('nb')`,
    may: ['ingrid', 'torstein', 'birthe'],
    else: 'not_a_coordinator',
  },
  // What visitors ask
  ask_us: {
    call: () => `ask_us('apply', 'sv', 'May I apply, too?', 'asks@example.com')`,
    may: 'all',
    visitors: true,
  },
  enquiry_desk: {
    call: () => 'enquiry_desk()',
    may: ['ingrid', 'torstein', 'birthe'],
    else: 'not_a_coordinator',
  },
  answer_enquiry: {
    call: (is) => `answer_enquiry('${is.enquiry}', 'Yes, you may: come on Monday.')`,
    may: ['ingrid', 'torstein'],
    else: 'enquiry_unknown',
  },
  drop_enquiry: {
    call: (is) => `drop_enquiry('${is.enquiry}')`,
    may: ['ingrid', 'torstein'],
    else: 'enquiry_unknown',
  },
  // What stands in people's way
  tell_barrier: {
    call: () => `tell_barrier('degree', 'application', 'NO', 2026, '25')`,
    may: 'all',
    visitors: true,
  },
  barriers: { call: () => 'barriers()', may: ['ingrid', 'torstein', 'birthe'], else: 'not_a_coordinator' },
  // A need
  supply_and_demand: {
    call: () => `supply_and_demand('free')`,
    may: ['ingrid', 'torstein'],
    else: 'not_a_coordinator',
  },
  weigh_need: {
    call: () => `weigh_need('free', '25', 'en', null, null, null)`,
    may: ['ingrid', 'torstein'],
    else: 'not_a_coordinator',
  },
  raise_need: {
    before: few,
    call: () => `raise_need('free', '25', null, 'zz-north', null, null)`,
    may: ['ingrid'],
    else: 'not_a_coordinator',
    but: { torstein: 'need_region_not_yours' },
  },
  prolong_need: {
    before: few,
    call: (is) => `prolong_need('${is.need}')`,
    may: ['ingrid'],
    else: 'need_unknown',
  },
  close_need: { call: (is) => `close_need('${is.need}', 'found')`, may: ['ingrid'], else: 'need_unknown' },
  answer_need: {
    before: few,
    call: (is) => `answer_need('${code(is)}', 'nb')`,
    may: notYetMentors,
    else: 'in_programme_already',
  },
  open_needs: { call: () => 'open_needs()', may: 'all', visitors: true },

  // A company
  company_invitations: {
    call: () => `company_invitations('free')`,
    may: ['ingrid', 'torstein', 'birthe'],
    else: 'not_a_coordinator',
  },
  invite_company: {
    call: () => `invite_company('free', 'Stein og Sti', 5, current_date + 30)`,
    may: ['ingrid', 'torstein'],
    else: 'not_a_coordinator',
  },
  renew_invitation: {
    call: (is) => `renew_invitation('${is.invited}', current_date + 60)`,
    may: ['ingrid'],
    else: 'invitation_unknown',
  },
  close_invitation: {
    call: (is) => `close_invitation('${is.invited}')`,
    may: ['ingrid'],
    else: 'invitation_unknown',
  },
  open_invitation: { before: link, call: () => `open_invitation('a secret')`, may: 'all', visitors: true },
  take_invitation: {
    before: link,
    call: () => `take_invitation('a secret', 'nb')`,
    may: notYetMentors,
    else: 'in_programme_already',
  },
};
