import { atom } from 'nanostores';
import { screen, type Screen } from '../../lib/api/screen.ts';
import { meetMentors, readMyIntroduction } from './api.ts';
import type { Introduction, MyIntroduction } from './model.ts';

/** Whose mentors are looked at, by programme, with a screen of their own; null while none is chosen. */
export const $meeting = atom<{ programme: string; screen: Screen<Introduction[]> } | null>(null);

/** Looks at the mentors of a programme, or of none. */
export function meet(programme: string | null): void {
  if (programme === ($meeting.get()?.programme ?? null)) return;
  $meeting.set(programme ? { programme, screen: screen(() => meetMentors(programme)) } : null);
}

/** What visitors see of me, or could. */
export const myIntroduction: Screen<MyIntroduction | null> = screen(readMyIntroduction);
