import { z } from 'zod';

/** What a programme's file says of its rounds, beside their months. */
export const roundFields = {
  open_days: z
    .number()
    .int()
    .min(7)
    .max(120)
    .optional()
    .describe('How many days a round is open. Only for rounds.'),
  start_after_days: z
    .number()
    .int()
    .min(0)
    .max(200)
    .optional()
    .describe(
      'Days from the last day of a round until courses have started, at the latest. Only for rounds.',
    ),
  while_closed: z
    .enum(['line', 'draft'])
    .optional()
    .describe(
      'What one may do while no round is open: send, and stand in the line of the next (`line`), or write and keep a draft (`draft`). Only for rounds.',
    ),
};

interface Rounds {
  mode: 'rolling' | 'rounds';
  rounds: number[];
  open_days?: number | undefined;
  start_after_days?: number | undefined;
  while_closed?: 'line' | 'draft' | undefined;
}

/** All of it where there are rounds, and nothing where there are none. */
export const isWhole = ({ mode, open_days, start_after_days, while_closed }: Rounds): boolean =>
  [open_days, start_after_days, while_closed].every((one) => (one !== undefined) === (mode === 'rounds'));

/** Each round closes before the next one opens. */
export const isApart = ({ rounds, open_days = 0 }: Rounds): boolean =>
  open_days <= 28 * monthsBetween(rounds);

/** The least number of months from one of these to the next; twelve where there is one a year. */
function monthsBetween(rounds: number[]): number {
  const sorted = [...rounds].sort((a, b) => a - b);
  return Math.min(12, ...sorted.map((one, nr) => (sorted[nr + 1] ?? (sorted[0] ?? 0) + 12) - one));
}
