/** Who reads rounds, reminders and consents, as in `matrix.ts`. */
import type { Table } from './matrix.ts';

export const roundTables: Record<string, Table> = {
  rounds: {
    columns: 'programme opens_on closes_on starts_on',
    row: `programme || ' ' || opens_on`,
    sees: 'everything',
  },
  round_reminders: {
    columns: 'person programme part locale fits_on wanted_at',
    row: 'person',
    sees: { signe: 'signe' },
  },
  // What Alma said yes to is hers alone; Ingrid, who heard it, has her word for it.
  consents: {
    columns: 'application person version locale how heard_by said_at',
    row: 'application',
    sees: { alma: 'assisted' },
  },
};
