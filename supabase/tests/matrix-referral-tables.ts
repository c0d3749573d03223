/** Who reads which rows of partners and referrals, as in `matrix.ts`. */
import type { Table } from './matrix.ts';

export const referralTables: Record<string, Table> = {
  // Alma has been told about `free` by a partner of Ingrid's.
  partners: {
    columns: 'id programme region name kind added_by added_at link_until talked_on closed_at desks',
    row: 'id',
    sees: { ingrid: 'school' },
  },
  referrals: {
    columns:
      'id partner programme code status person application self_check understands wants consent consent_locale shares reason referred_at expires_at texted_at reminded_at taken_at started_at ended_at desks',
    row: 'id',
    sees: { alma: 'told', ingrid: 'told' },
  },
  referred: {
    columns: 'referral name locale phone comment',
    row: 'referral',
    sees: { alma: 'told', ingrid: 'told' },
  },
};
