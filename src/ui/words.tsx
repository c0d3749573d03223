import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type { Noun, Nouns } from '../i18n/nouns.ts';
import { say, type Params, type Sayable } from '../i18n/say.ts';
import type { Locale } from '../schemas/vocabulary.ts';

type KeysOf<N extends Noun> = N extends Noun ? keyof Nouns[N] & string : never;

/** Any sentence of any dictionary; the page decides which dictionaries an island gets. */
export type Key = Sayable<KeysOf<Noun>>;
type Dictionary = Record<string, string>;

/** Says a sentence in the reader's language. `say.has` asks first, for keys that come from the database. */
export interface Say {
  (key: Key, params?: Params): string;
  has: (key: string) => key is Key;
  lang: Locale;
}

export interface Spoken {
  lang: Locale;
  words: Dictionary;
}

export const Words = createContext<Spoken>({ lang: 'en', words: {} });

function sayFrom({ lang, words }: Spoken): Say {
  const speak = (key: Key, params?: Params) => say(lang, words as Record<Key, string>, key as never, params);
  return Object.assign(speak, { has: (key: string): key is Key => key in words, lang });
}

/** The sentences of this island. */
export function useSay(): Say {
  const spoken = useContext(Words);
  return useMemo(() => sayFrom(spoken), [spoken]);
}
