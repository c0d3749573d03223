/** Table × person and verb × person for backgrounds, as in `matrix.ts` and `matrix-verbs.ts`. */
import type { Table } from './matrix.ts';
import type { Verb } from './matrix-verbs.ts';

export const backgroundTables: Record<string, Table> = {
  // Amina, Dawit, Jonas and Mette have told something. Dawit and Jonas share it in their trial, and a desk is told by part:
  // neither reads a row.
  backgrounds: {
    columns:
      'person birth_year country came_as arrival_year education experience seniority employer sector size_band motivation shares saved_at corrected_at',
    row: 'person',
    sees: {
      amina: 'amina',
      dawit: 'dawit',
      jonas: 'jonas',
      mette: 'mette',
    },
  },
  background_consents: {
    columns: 'id person shares version locale how said_at',
    row: 'person',
    sees: { dawit: 'dawit', jonas: 'jonas' },
  },
  country_groups: {
    columns: 'grouping_key since country group_key',
    row: `grouping_key || ' ' || since || ' ' || country`,
    sees: 'everything',
  },
};

export const backgroundVerbs: Record<string, Verb> = {
  save_background: {
    call: () =>
      `save_background(1990, 'SY', 'refugee', 2021, null, null, null, null, null, null, null, '{country}', 'nb')`,
    may: ['amina', 'dawit', 'nils', 'sol', 'walid', 'kari', 'jonas', 'mette', 'tove', 'pia', 'lin', 'wanda'],
    else: 'apply_first',
  },
};
