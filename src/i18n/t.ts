import type { Locale } from '../schemas/vocabulary.ts';
import type { Noun, Nouns } from './nouns.ts';
import { say, type Params, type Sayable } from './say.ts';

const files = import.meta.glob<Record<string, string>>('./*/*.json', { eager: true, import: 'default' });

export type Words<N extends Noun> = Nouns[N];
export type Say<N extends Noun> = (key: Sayable<keyof Nouns[N] & string>, params?: Params) => string;

/** A whole dictionary in one language, to hand to an island as a prop. Use on pages only: it carries every file. */
export function words<N extends Noun>(lang: Locale, noun: N): Words<N> {
  const file = files[`./${lang}/${noun}.json`];
  if (!file) throw new Error(`Write src/i18n/${lang}/${noun}.json`);
  return file as Words<N>;
}

/** A function that says one dictionary's sentences in one language: `const say = t('nb', 'site'); say('menu')`. */
export function t<N extends Noun>(lang: Locale, noun: N): Say<N> {
  const dictionary = words(lang, noun);
  return (key, params) => say(lang, dictionary, key, params);
}
