import type { Programme } from '../../schemas/programme.ts';
import type { Round } from './rows.ts';

/** What a programme's file says of its rounds. */
export type Intake = Pick<Programme['intake'], 'rounds' | 'open_days' | 'start_after_days'>;

/** The same, and what one may do while none is open. */
export interface ProgrammeRounds extends Intake {
  while_closed: 'line' | 'draft';
}

/** A round by its days: the first, the last, and when courses have started. */
export interface RoundDays {
  opens: string;
  closes: string;
  starts: string;
}

/**
 * The round that is open on a day, else the next; null where there are none. `private.round_of` in the database says the
 * same of those who are signed in; a test compares.
 * @param today a date without a time, as `2026-11-21`
 */
export function roundOn(
  { rounds, open_days = 0, start_after_days = 0 }: Intake,
  today: string,
): RoundDays | null {
  const year = Number(today.slice(0, 4));
  const all = [year - 1, year, year + 1].flatMap((one) =>
    rounds.map((month) => {
      const opens = `${one}-${String(month).padStart(2, '0')}-01`;
      const closes = daysAfter(opens, open_days - 1);
      return { opens, closes, starts: daysAfter(closes, start_after_days) };
    }),
  );
  const due = all.filter(({ closes }) => closes >= today);
  return due.sort((a, b) => a.opens.localeCompare(b.opens))[0] ?? null;
}

/** The same as the database tells it, for those who are not signed in; null where one may apply every day. */
export function roundByFile(rounds: ProgrammeRounds | null, today: string): Round | null {
  const round = rounds && roundOn(rounds, today);
  return (
    round && {
      opens_on: round.opens,
      closes_on: round.closes,
      starts_on: round.starts,
      open: round.opens <= today,
    }
  );
}

/** Whether what is written may be sent now. */
export const maySend = (rounds: ProgrammeRounds | null, round: Round | null): boolean =>
  !round || round.open || rounds?.while_closed === 'line';

const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
