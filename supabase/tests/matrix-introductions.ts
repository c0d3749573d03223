/** Table × person and verb × person for introductions, as in `matrix.ts` and `matrix-verbs.ts`. */
import { id } from './cast.ts';
import type { Table } from './matrix.ts';
import type { Verb } from './matrix-verbs.ts';

export const introductionTables: Record<string, Table> = {
  // Visitors read them through `meet_mentors` alone, a desk through `desk_person`: nobody but herself reads a row.
  introductions: {
    columns: 'person words shown with_photo stopped_at',
    row: 'person',
    sees: { jonas: 'jonas', mette: 'mette', lin: 'lin' },
  },
  introduction_consents: {
    columns: 'id person shown with_photo version locale said_at',
    row: 'person',
    sees: { jonas: 'jonas', mette: 'mette' },
  },
};

export const introductionVerbs: Record<string, Verb> = {
  meet_mentors: { call: () => `meet_mentors('free')`, may: 'all', visitors: true },
  my_introduction: { call: () => 'my_introduction()', may: 'all' },
  // Wanda gets ready, and Lin's has been stopped.
  show_introduction: {
    call: () => `show_introduction('I know the field and like to listen.', false, 'nb')`,
    may: ['kari', 'jonas', 'mette', 'tove', 'pia'],
    else: 'not_a_mentor',
    but: { lin: 'introduction_stopped' },
  },
  hide_introduction: { call: () => `hide_introduction('nb')`, may: 'all' },
  stop_introduction: {
    call: () => `stop_introduction('${id.jonas}', 'It says where you work.')`,
    may: ['ingrid', 'torstein'],
    else: 'not_a_coordinator',
    but: { birthe: 'introduction_unknown' },
  },
  allow_introduction: {
    call: () => `allow_introduction('${id.lin}')`,
    may: ['ingrid'],
    else: 'not_a_coordinator',
    but: { torstein: 'introduction_unknown', birthe: 'introduction_unknown' },
  },
};
