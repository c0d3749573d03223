/** Table × person for getting ready and pictures, as in `matrix.ts`. */
import type { Table } from './matrix.ts';
import { backgroundTables } from './matrix-backgrounds.ts';
import { introductionTables } from './matrix-introductions.ts';

export const onboardingTables: Record<string, Table> = {
  ...backgroundTables,
  ...introductionTables,
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
