/** Table × person for getting ready and pictures, as in `matrix.ts`. */
import type { Table } from './matrix.ts';

export const onboardingTables: Record<string, Table> = {
  // Amina, Dawit, Jonas and Mette have told something. Dawit and Jonas share it in their trial, which no row shows.
  backgrounds: {
    columns:
      'person birth_year country came_as arrival_year education experience seniority employer sector size_band motivation shares saved_at corrected_at',
    row: 'person',
    sees: {
      amina: 'amina',
      dawit: 'dawit',
      jonas: 'jonas',
      mette: 'mette',
      ingrid: 'amina dawit jonas',
      torstein: 'dawit jonas',
      birthe: 'mette',
    },
  },
  background_consents: {
    columns: 'id person shares version locale how said_at',
    row: 'person',
    sees: { dawit: 'dawit', jonas: 'jonas' },
  },
  // Whoever sees the card: Amina has asked Kari.
  pictures: {
    columns: 'person photo shape saved_at',
    row: 'person',
    sees: { amina: 'amina kari', kari: 'amina kari', dawit: 'kari', ingrid: 'amina kari', wanda: 'wanda' },
  },
  // Walid and Wanda get ready in the north.
  preparations: {
    columns: 'person part programme first_time called_at not_yet_at begun_at touched_at ready_at',
    row: 'person',
    sees: { walid: 'walid', wanda: 'wanda', ingrid: 'walid wanda' },
  },
  preparation_steps: {
    columns: 'person part step done_on ticked_by',
    row: `step || ':' || person`,
    sees: { walid: 'course:walid', wanda: 'interview:wanda', ingrid: 'course:walid interview:wanda' },
  },
  // Dawit and Jonas plan a trial; Amina has only asked Kari. No coordinator reads them.
  expectations: {
    columns: 'person part chosen words said_at',
    row: `part || ':' || person`,
    sees: {
      dawit: 'mentee:dawit mentor:dawit mentor:jonas',
      jonas: 'mentee:dawit mentee:jonas mentor:jonas',
      amina: 'mentee:amina',
      kari: 'mentor:kari',
    },
  },
};
