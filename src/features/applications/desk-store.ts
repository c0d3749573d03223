import { atom } from 'nanostores';
import { screen, type Screen } from '../../lib/api/screen.ts';
import { noteInterview, readApplication, readLine, readQueue } from './desk-api.ts';
import type { Application, InterviewNotes, Queue, QueuePlace } from './desk-model.ts';
import { dueWithin, heapNames, heaps, nextAfter, programmesOf, type Heap } from './queue.ts';

/** Which heap of which programme I look at; no programme is all of mine. */
export interface Sieve {
  heap: Heap;
  programme: string | null;
}
export const $sieve = atom<Sieve>({ heap: 'todo', programme: null });
/** Where the shown page begins; null is the most urgent. */
export const $after = atom<QueuePlace | null>(null);
/** The application that is open, by id. */
export const $opened = atom<string | null>(null);

/** One page of the queue, read anew after every change. Who waits in one programme's line stands in its order. */
export const queue: Screen<Queue> = screen(async () => {
  const { heap, programme } = $sieve.get();
  const after = $after.get();
  if (heap === 'line' && programme) return readLine(programme, after);
  const page = await readQueue(heaps[heap], programme, after, dueWithin[heap]);
  const [only, ...others] = programmesOf(page.desks);
  return heap === 'line' && only && others.length === 0 ? readLine(only, after) : page;
});

/** The open application; null while none is open. */
export const opened: Screen<Application | null> = screen(async () => {
  const id = $opened.get();
  return id ? readApplication(id) : null;
});

/** What is being done with it: which dialog is open. */
export type Doing = 'ask' | 'invite' | 'decide' | 'concern' | 'keys' | `override/${string}`;
export const $doing = atom<Doing | null>(null);

/** What was typed in a dialog and not sent: closing it throws nothing away. */
const typed = new Map<string, object>();
export const typedIn = (doing: Doing, id: string) => typed.get(`${doing}/${id}`);
export const keepTyped = (doing: Doing, id: string, values: object): void =>
  void typed.set(`${doing}/${id}`, values);
export const forgetTyped = (doing: Doing, id: string): void => void typed.delete(`${doing}/${id}`);

/** Looks at another heap, or another page of it. */
export async function look(sieve: Sieve, after: QueuePlace | null = null): Promise<void> {
  $sieve.set(sieve);
  $after.set(after);
  await queue.reload();
}

/** Opens an application, or closes the open one; the screen reads it. */
export function open(id: string | null): void {
  if (id === $opened.get()) return;
  $doing.set(null);
  $opened.set(id);
  void opened.reload();
}

/**
 * Does something with the open application. After a refusal both screens are read anew: a colleague may have been quicker.
 * @throws Refusal of the work
 */
export async function dealWith(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    void queue.reload();
    void opened.reload();
    throw error;
  }
}

/** Keeps what was written; the open application shows all that is noted, without being read anew. @throws Refusal */
export async function keepNotes(id: string, written: InterviewNotes): Promise<void> {
  const notes = await noteInterview(id, written);
  const seen = opened.$seen.get();
  if (seen.at === 'ready' && seen.data?.id === id) opened.put({ ...seen.data, notes });
}

/** The ids of the page, in its order. */
export function order(): string[] {
  const seen = queue.$seen.get();
  return seen.at === 'ready' ? seen.data.items.map(({ id }) => id) : [];
}

/** Which comes up when this one is decided. Asked before, because the decided one leaves the queue. */
export const following = (id: string) => nextAfter(order(), id);

/** A sieve as the address keeps it, and back; what makes no sense is left out. */
export function sieveOf(search: string): Sieve {
  const params = new URLSearchParams(search);
  const heap = heapNames.find((name) => name === params.get('heap'));
  return { heap: heap ?? 'todo', programme: params.get('programme') || null };
}
export function searchOf({ heap, programme }: Sieve): string {
  const params = new URLSearchParams();
  if (heap !== 'todo') params.set('heap', heap);
  if (programme) params.set('programme', programme);
  return params.size > 0 ? `?${params}` : '';
}
