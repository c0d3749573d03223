import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { audiences, type Audience } from '../../src/schemas/article.ts';
import { locales, type Locale } from '../../src/schemas/vocabulary.ts';

/** An article that nobody wrote, with what each generator wants to know of it. */
export interface Article {
  lang: Locale;
  slug: string;
  title: string;
  summary: string;
  audience: Audience;
  order: number;
  /** Markdown without front matter, about 640 words. */
  body: string;
}

const shelves = audiences.filter((audience) => audience !== 'everyone');

/**
 * So many articles in each language, the same in every run: an opening, five sections with a heading, and a list. Each
 * word follows the one before as it does in our handbook; one in thirty is a word that no other article has.
 */
export function makeArticles(slugs: number): Article[] {
  const names = slugsOf(slugs);
  return locales.flatMap((lang) => {
    const write = writer(lang);
    return names.map((slug, at) => ({
      lang,
      slug,
      title: `${capital(write.words(5))} ${at + 1}`.slice(-70),
      summary: write.sentences(22).slice(0, 220),
      audience: shelves[at % shelves.length]!,
      order: Math.floor(at / shelves.length) + 1,
      body: [write.sentences(60), ...[0, 1, 2, 3, 4].flatMap((part) => section(write, part === 2))].join(
        '\n\n',
      ),
    }));
  });
}

function section(write: Writer, withList: boolean): string[] {
  const list = Array.from({ length: 6 }, () => `- ${capital(write.words(10))}.`).join('\n');
  return [
    `## ${capital(write.words(4))}`,
    write.sentences(56),
    ...(withList ? [list] : []),
    write.sentences(44),
  ];
}

interface Writer {
  words: (count: number) => string;
  sentences: (count: number) => string;
}

function writer(lang: Locale): Writer {
  const random = dice(locales.indexOf(lang) + 1);
  const pick = <Thing>(things: readonly Thing[]): Thing => things[Math.floor(random() * things.length)]!;
  const after = followers(lang);
  const all = [...after.keys()];
  const own = () =>
    Array.from({ length: 4 }, () => pick([...'bdfghklmnprstv']) + pick([...'aeiouy'])).join('');
  let last = pick(all);
  const words = (count: number): string =>
    Array.from({ length: count }, () => {
      if (random() < 1 / 30) return own();
      last = pick(after.get(last) ?? all);
      return last;
    }).join(' ');
  const sentences = (count: number): string => {
    const said: string[] = [];
    for (let left = count; left > 0;) {
      const length = Math.min(left, 7 + Math.floor(random() * 10));
      said.push(`${capital(words(length))}.`);
      left -= length;
    }
    return said.join(' ');
  };
  return { words, sentences };
}

/** What follows each word in our own handbook, as often as it does. */
function followers(lang: Locale): Map<string, string[]> {
  const folder = join(import.meta.dirname, '../../src/content/handbook', lang);
  const text = globSync('*.md', { cwd: folder })
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replace(/^---[\s\S]*?\n---\n/, ''))
    .join('\n')
    .replace(/\]\([^)]*\)/g, ' ');
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const after = new Map<string, string[]>();
  words.forEach((word, at) => {
    const list = after.get(word) ?? [];
    list.push(words[at + 1] ?? words[0]!);
    after.set(word, list);
  });
  return after;
}

function slugsOf(count: number): string[] {
  const write = writer('en');
  return Array.from({ length: count }, (_, at) =>
    `${write
      .words(3)
      .replace(/[^a-z]+/g, '-')
      .slice(0, 50)}-${at + 1}`.replace(/^-|-(?=-)/g, ''),
  );
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** The same numbers in every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
