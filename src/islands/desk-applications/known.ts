import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Guides } from '../../features/applications/desk-model.ts';
import type { Locale } from '../../schemas/vocabulary.ts';

/** What the page brings along: words in the languages of those who apply, and the guides in the coordinator's. */
export interface Knowing {
  /** Names of programmes, by language. */
  programmes: Record<Locale, Record<string, string>>;
  /** Words of the letters, by language. */
  letters: Record<Locale, Record<string, string>>;
  guides: Guides;
  /** Groups of fields, by two digits. */
  groups: Record<string, string>;
  /** How long a programme's first talk is. */
  minutes: Record<string, number>;
}

const nothing = { en: {}, nb: {}, da: {}, sv: {} };
export const Known = createContext<Knowing>({
  programmes: nothing,
  letters: nothing,
  guides: { mentee: [], mentor: [] },
  groups: {},
  minutes: {},
});
export const useKnown = () => useContext(Known);
