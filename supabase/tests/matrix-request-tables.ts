/** Who reads which rows about a request: what stands, why it was a no, and what the two write. */
import type { Table } from './matrix.ts';

export const requestTables: Record<string, Table> = {
  requests: {
    columns:
      'id programme mentee mentor status proposed_by score reasons desks sent_at opened_at nudged_at answered_at ended_at expires_at',
    row: 'id',
    sees: {
      amina: 'asked proposed',
      kari: 'asked',
      dawit: 'accepted',
      jonas: 'accepted',
      nils: 'declined wonOver',
      mette: 'wonOver',
      sol: 'overRequest',
      tove: 'declined overRequest',
      ingrid: 'accepted asked proposed',
      // The proposal is to a mentor in the south.
      torstein: 'accepted proposed',
      birthe: 'declined overRequest wonOver',
    },
  },
  // Why Tove said no is not Nils's to read.
  declines: {
    columns: 'request person reason',
    row: 'request',
    sees: { tove: 'declined', birthe: 'declined' },
  },
  // Coordinators see that two are writing, never what.
  letters: {
    columns: 'request message question reply',
    row: 'request',
    sees: {
      amina: 'asked proposed',
      kari: 'asked',
      dawit: 'accepted',
      jonas: 'accepted',
      nils: 'declined wonOver',
      mette: 'wonOver',
      sol: 'overRequest',
      tove: 'declined overRequest',
    },
  },
};
