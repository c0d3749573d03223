import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Application, GuidePart, SheetPart, Talk } from '../../features/applications/desk-model.ts';
import type { Part } from '../../schemas/form.ts';
import type { Locale } from '../../schemas/vocabulary.ts';

/** What the page brings along: words in the languages of those who apply, and the guides in the coordinator's. */
export interface Knowing {
  /** Names of programmes, by language. */
  programmes: Record<Locale, Record<string, string>>;
  /** Words of the letters, by language. */
  letters: Record<Locale, Record<string, string>>;
  /** Words of the interview sheets. */
  sheets: Record<Part, SheetPart[]>;
  /** What each programme's talk is about; null where none is held. */
  talks: Record<string, Record<Part, Talk | null>>;
  /** Groups of fields, by two digits. */
  groups: Record<string, string>;
  /** How long a programme's first talk is. */
  minutes: Record<string, number>;
}

const nothing = { en: {}, nb: {}, da: {}, sv: {} };
export const Known = createContext<Knowing>({
  programmes: nothing,
  letters: nothing,
  sheets: { mentee: [], mentor: [] },
  talks: {},
  groups: {},
  minutes: {},
});
export const useKnown = () => useContext(Known);

/** The guide of the talk for this application, in the programme's order; empty where the programme asks for no talk. */
export function useGuide({ programme, part }: Pick<Application, 'programme' | 'part'>): GuidePart[] {
  const { sheets, talks } = useKnown();
  const talk = talks[programme]?.[part];
  return (talk?.parts ?? []).flatMap((id) => {
    const words = sheets[part].find((one) => one.id === id);
    return words ? [{ ...words, required: talk?.required.includes(id) ?? false }] : [];
  });
}

/** Why the talk counts as held, where a coordinator has said so. */
export const countedAs = ({ overrides }: Pick<Application, 'overrides'>): string | undefined =>
  overrides.filter(({ rule }) => rule === 'interview').at(-1)?.reason;
