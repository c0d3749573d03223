import { atom } from 'nanostores';
import type { Found, FoundMentor } from '../../lib/api/rows.ts';
import { screen, type Screen } from '../../lib/api/screen.ts';
import { findMentors, readStanding } from './api.ts';
import { openSieve, type Sieve } from './sieve.ts';

const pageSize = 12;

/** Why the list is empty: nobody fits the choices, or I cannot look yet. `left` is whoever has no place. */
export type Empty = 'no-one' | 'no-one-yet' | 'left' | 'preparing' | 'coordinator';
export interface Directory {
  mentors: FoundMentor[];
  next: Found['next'];
  empty: Empty | null;
}

export const $sieve = atom<Sieve>(openSieve);
/** Unit groups of a chosen field, as the page knows them; set before the first look. */
let codesOf: (field: string) => string[] | null = () => null;
let wanted = pageSize;

/** The directory as the sieve lets it through. */
export const directory: Screen<Directory> = screen(async () => {
  const sieve = $sieve.get();
  const { mentors, next } = await findMentors(sieve, codesOf(sieve.field), wanted, null);
  return { mentors, next, empty: mentors.length > 0 ? null : await whyEmpty(sieve) };
});

async function whyEmpty(sieve: Sieve): Promise<Empty> {
  const me = await readStanding();
  if (!me || me.standing === 'left') return 'left';
  if (me.standing === 'preparing') return 'preparing';
  if (!me.programmes.modes.includes('self')) return 'coordinator';
  return JSON.stringify(sieve) === JSON.stringify(openSieve) ? 'no-one-yet' : 'no-one';
}

/** @param shown how many cards a reader who comes back had before */
export function openDirectory(sieve: Sieve, shown: number, codes: typeof codesOf): void {
  codesOf = codes;
  wanted = Math.min(48, Math.max(pageSize, shown));
  $sieve.set(sieve);
}

/** Looks anew with other choices. */
export async function chooseSieve(sieve: Sieve): Promise<void> {
  wanted = pageSize;
  $sieve.set(sieve);
  await directory.reload();
}

/**
 * Joins the next page to what is shown; answers whom it shows now, or null where other choices were made meanwhile: then
 * the page belongs to nothing that is shown. @throws Refusal
 */
export async function moreMentors(shown: Directory): Promise<FoundMentor[] | null> {
  const sieve = $sieve.get();
  const { mentors, next } = await findMentors(sieve, codesOf(sieve.field), pageSize, shown.next);
  if ($sieve.get() !== sieve) return null;
  const all = [...shown.mentors, ...mentors];
  wanted = Math.min(48, all.length);
  directory.put({ ...shown, mentors: all, next });
  return all;
}
