import { atom } from 'nanostores';
import { screen, type Screen } from '../../lib/api/screen.ts';
import { findPeople, readPerson } from './people-api.ts';
import type { Doing, FoundPeople, OnePerson, PageStart } from './people-model.ts';

/** Whom I look for: like these words, in this, and where each page I turned to begins. It stands in no address. */
export interface Look {
  words: string;
  doing: Doing | '';
  pages: PageStart[];
}

/**
 * What was found, with the look it was found by. Each look has a screen of its own: what an earlier one found is never shown
 * as this one's answer.
 */
export interface Finding extends Look {
  screen: Screen<FoundPeople>;
}
const finding = (look: Look): Finding => ({
  ...look,
  screen: screen(() => findPeople(look.words, look.doing, look.pages.at(-1) ?? null)),
});
export const $finding = atom(finding({ words: '', doing: '', pages: [] }));

/** Who is open, by id, with a screen of her own. */
export const $opened = atom<{ person: string; screen: Screen<OnePerson> } | null>(null);

/** What gets the focus once the list is drawn: its title after a page was turned, a row after it was closed. */
let focusOn: string | null = null;

/** Looks for others; `turned` to another page of the same. */
export function look(by: Look, turned = false): void {
  focusOn = turned ? 'people-title' : null;
  $finding.set(finding(by));
}

/** Opens somebody, or closes who is open. */
export function open(person: string | null): void {
  const before = $opened.get()?.person ?? null;
  if (person === before) return;
  focusOn = before && `person-${before}`;
  $opened.set(person ? { person, screen: screen(() => readPerson(person)) } : null);
}

/** The id of what gets the focus now that the list is drawn, once. */
export function takeFocus(): string | null {
  const id = focusOn;
  focusOn = null;
  return id;
}
