import { atom } from 'nanostores';
import { screen, type Screen } from '../../lib/api/screen.ts';
import { readBoard, readInvitations, weighNeed } from './desk-api.ts';
import { factsFrom, type Board, type Invitation, type Typed, type Weighing } from './model.ts';

/** The programme I look at; null is my first. */
const $programme = atom<string | null>(null);

export interface Recruiting extends Board {
  invitations: Invitation[];
}
/** Who waits and who is free, the calls, and the companies. */
export const recruiting: Screen<Recruiting> = screen(async () => {
  const board = await readBoard($programme.get());
  return { ...board, invitations: await readInvitations(board.programme) };
});

/** Looks at another programme. */
export async function look(programme: string): Promise<void> {
  $programme.set(programme);
  await recruiting.reload();
}

/** The call that is being written, as it began; null while none is. */
export const $calling = atom<Typed | null>(null);
/** How many could be meant by what is typed. */
export const $weighing = atom<(Weighing & { alone: boolean }) | null>(null);
let latest = 0;

const nothing: Typed = { field: '', language: '', region: '', hours: '', format: '' };

/** Begins a call with what is known already. */
export function call(programme: string, known: Partial<Typed>): void {
  const typed = { ...nothing, ...known };
  $calling.set(typed);
  void weigh(programme, typed);
}
export const endCall = (): void => $calling.set(null);

/** Asks how many could be meant. While it cannot be asked, nothing is said; opening the call asks again. */
export async function weigh(programme: string, typed: Typed): Promise<void> {
  const mine = ++latest;
  const found = typed.field ? await weighNeed(programme, factsFrom(typed)).catch(() => null) : null;
  // Where beside the field no fact or but one is told, there is nothing more to leave out than that.
  const alone = Object.values(typed).filter(Boolean).length <= 2;
  if (mine === latest) $weighing.set(found && { ...found, alone });
}
