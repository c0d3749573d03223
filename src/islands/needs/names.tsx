import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { NeedNames } from '../../features/needs/model.ts';
import type { Locale } from '../../schemas/vocabulary.ts';
import { useSay } from '../../ui/words.tsx';

/** What the page brings along: names, and the words to pass on in every language. */
export interface Naming {
  names: NeedNames;
  shared: Record<Locale, Record<string, string>>;
}
const none = { fields: {}, programmes: {}, areas: {} };
export const NamesOfNeeds = createContext<Naming>({
  names: { regions: {}, in: { en: none, nb: none, da: none, sv: none } },
  shared: { en: {}, nb: {}, da: {}, sv: {} },
});

/** Fields, programmes and regions in the reader's language. */
export function useNeedNames() {
  const { lang } = useSay();
  const { names, shared } = useContext(NamesOfNeeds);
  const own = names.in[lang];
  return {
    names,
    shared,
    field: (code: string) => own.fields[code] ?? code,
    programme: (key: string) => own.programmes[key] ?? key,
    region: (key: string) => names.regions[key] ?? key,
  };
}
