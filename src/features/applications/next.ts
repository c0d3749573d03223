import type { ApplicationStatus, MyApplication } from './rows.ts';

/** What comes next, as the end of the sentence's key: `applications.next.<what>`. */
export type Next = ApplicationStatus | 'invited' | 'talked';

export function nextOf({ status, interview_at: at }: MyApplication, now = Date.now()): Next {
  if (status !== 'interview') return status;
  if (at === null) return 'invited';
  return Date.parse(at) > now ? 'interview' : 'talked';
}

/** Whether it waits for the applicant. */
export const isMine = (next: Next): boolean => next === 'asked' || next === 'invited' || next === 'draft';

/** Whether nothing more will happen by itself. */
export const isOver = (status: ApplicationStatus): boolean =>
  ['accepted', 'redirected', 'declined', 'withdrawn', 'expired'].includes(status);

/** How far on the way: sent, read, talked, answered. */
export function stoneOf(next: Next): number {
  if (next === 'sent' || next === 'asked') return 1;
  if (next === 'invited' || next === 'interview') return 2;
  return next === 'draft' ? 0 : 3;
}

/** Living ones first, what waits for the applicant before the rest; then the newest. */
export function inOrder(applications: readonly MyApplication[], now = Date.now()): MyApplication[] {
  const rank = (one: MyApplication) => (isOver(one.status) ? 2 : isMine(nextOf(one, now)) ? 0 : 1);
  const sent = (one: MyApplication) => Date.parse(one.sent_at ?? '') || Infinity;
  return [...applications].sort((a, b) => rank(a) - rank(b) || compare(sent(b), sent(a)));
}

const compare = (one: number, other: number) => (one === other ? 0 : one - other);

/** Whether the promised day has passed; whoever has had an answer has none. */
export const isLate = ({ due_on: due }: MyApplication, today: string): boolean => due !== null && due < today;
