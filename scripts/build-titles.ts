import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { parse } from 'yaml';
import { anchor } from '../src/lib/search/titles.ts';
import { wordsOf, type Word } from '../src/lib/search/words.ts';
import { smallWords, synonyms } from '../src/schemas/synonym.ts';
import { locales, type Locale } from '../src/schemas/vocabulary.ts';
import type { BuiltPage } from './build-pages.ts';

const brotli = promisify(brotliCompress);

/**
 * Most bytes of an index as it goes over the wire. Up to 300 pages first results come from 20 kB, with the script that reads
 * it; on a larger site titles alone need more, and each page keeps its share.
 */
const mostBytes = (pages: number): number => 14_800 * Math.max(1, pages / 300);

/** What the index can hold, richest first: so many headings and so many words of the text of each page. */
const measures = [
  [99, 40], [99, 30], [99, 24], [99, 18], [10, 18], [8, 14], [8, 10], [6, 10], [6, 6], [5, 4], [4, 3], [3, 2], [3, 0], [2, 0], [1, 0], [0, 0],
]; // prettier-ignore

/** A page that may be found, as the small index sees it. */
export interface Findable {
  url: string;
  lang: Locale;
  title: string;
  summary: string;
  /** Text without the headings below, which can be linked to. */
  text: string;
  headings: { title: string; id: string }[];
  facts: { type: string; audience: string; programme: string; country: string };
}

/** The pages of a built site that ask to be found. */
export function findable(pages: BuiltPage[]): Findable[] {
  return pages.flatMap((page) => {
    const main = page.html.match(/<main[^>]*\bdata-pagefind-body\b[\s\S]*?<\/main>/)?.[0];
    const lang = locales.find((locale) => page.url.startsWith(`/${locale}/`));
    if (!main || !lang) return [];
    const seen = without(main);
    const fact = (name: string) => attribute(main, `data-${name}`);
    return {
      url: page.url,
      lang,
      title: plain(seen.match(/<h1[^>]*>([\s\S]*?)<\/h1>/)?.[1] ?? ''),
      summary: attribute(page.html.match(/<meta name="description"[^>]*>/)?.[0] ?? '', 'content'),
      text: plain(seen.replace(/<h1[\s\S]*?<\/h1>|<h[2-6][^>]*\bid=[\s\S]*?<\/h[2-6]>/g, ' ')),
      headings: [...seen.matchAll(/<h[23]([^>]*)>([\s\S]*?)<\/h[23]>/g)]
        .map(([, attributes = '', inner = '']) => ({ title: plain(inner), id: attribute(attributes, 'id') }))
        .filter(({ title, id }) => title && id),
      facts: {
        type: fact('type'),
        audience: fact('audience'),
        programme: fact('programme'),
        country: fact('country'),
      },
    };
  });
}

/** Markup without what Pagefind ignores, and without scripts. */
function without(html: string): string {
  let rest = html.replace(/<(script|style|template)\b[\s\S]*?<\/\1>/g, ' ');
  for (let hidden = ignored(rest); hidden; hidden = ignored(rest)) rest = rest.replace(hidden, ' ');
  return rest;
}

/** The first ignored element with all that is in it. */
function ignored(html: string): string | undefined {
  const open = html.match(/<([a-z0-9]+)\b[^>]*\bdata-pagefind-ignore\b[^>]*>/);
  if (!open?.[1]) return undefined;
  const begin = html.indexOf(open[0]);
  let depth = 0;
  for (const tag of html.slice(begin).matchAll(new RegExp(`<(/?)${open[1]}\\b[^>]*>`, 'g'))) {
    depth += tag[1] ? -1 : 1;
    if (depth === 0) return html.slice(begin, begin + tag.index + tag[0].length);
  }
  return html.slice(begin);
}

function attribute(tag: string, name: string): string {
  return plain(tag.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1] ?? '');
}

const signs: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
  shy: '',
};

function plain(html: string): string {
  const text = html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(#?\w+);/g, (sign, name: string) => signs[name] ?? sign);
  return text.replace(/[\s\u00ad]+/g, ' ').trim();
}

/** The index of one language, as rich as fits. Its reader is `readTitles`. */
export async function writeTitles(pages: Findable[], lang: Locale): Promise<string> {
  const most = mostBytes(pages.length);
  const texts = pages.map((page) => ({ page, words: wordsOf(`${page.text} ${page.summary}`, lang) }));
  const spread = new Map<string, number>();
  for (const { words } of texts)
    for (const stem of new Set(words.map((word) => word.stem))) spread.set(stem, (spread.get(stem) ?? 0) + 1);
  const often = headingsOnMany(pages);
  const lean = texts.map(({ page, words }) => {
    const headings = page.headings.filter(({ title }) => !often.has(title));
    return { page, headings, words: telling(page, words, spread, pages.length, lang) };
  });
  const head = [small(lang), meanings(texts.flatMap(({ words }) => words), lang)]; // prettier-ignore
  const written = measures.map(([headings, words]) => () => {
    const list = lean.map((page) => ({
      ...page,
      headings: page.headings.slice(0, headings),
      words: page.words.slice(0, words),
    }));
    return [...head, lines(list)].join('\n\n');
  });
  const index = await richest(written, async (text) => (await brotli(text)).length <= most);
  if (index) return index;
  throw new Error(
    `${pages.length} titles in ${lang} are more than ${most} bytes: raise mostBytes in build-titles.ts`,
  );
}

/** The first of a row, each less than the one before, that fits; halves the row instead of walking it. */
async function richest(
  row: (() => string)[],
  fits: (text: string) => Promise<boolean>,
): Promise<string | undefined> {
  if (row.length === 0) return undefined;
  const middle = Math.floor(row.length / 2);
  const text = row[middle]?.() ?? '';
  if (await fits(text)) return (await richest(row.slice(0, middle), fits)) ?? text;
  return richest(row.slice(middle + 1), fits);
}

/** Headings such as “Sources” that stand on every fifth page tell no page from another. */
function headingsOnMany(pages: Findable[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { headings } of pages)
    for (const title of new Set(headings.map((heading) => heading.title)))
      counts.set(title, (counts.get(title) ?? 0) + 1);
  return new Set(
    [...counts].filter(([, count]) => count > 4 && count > pages.length / 20).map(([title]) => title),
  );
}

/** The words that tell a page from the others, most telling first, without those its title has. */
function telling(
  page: Findable,
  words: Word[],
  spread: Map<string, number>,
  all: number,
  lang: Locale,
): string[] {
  const known = new Set(wordsOf(page.title, lang).map(({ stem }) => stem));
  const summary = new Set(wordsOf(page.summary, lang).map(({ stem }) => stem));
  const counts = new Map<string, { count: number; written: string }>();
  for (const { stem, written } of words) {
    if (known.has(stem) || written.length < 3 || /\d/.test(written)) continue;
    const { count = 0, written: shorter = written } = counts.get(stem) ?? {};
    counts.set(stem, { count: count + 1, written: shorter.length <= written.length ? shorter : written });
  }
  const scored = [...counts].map(([stem, { count, written }]) => {
    const rarity = Math.log(all / (spread.get(stem) ?? 1));
    return { written, stem, worth: (Math.log(1 + count) + (summary.has(stem) ? 1.5 : 0)) * rarity };
  });
  const good = scored.filter(({ stem }) => (spread.get(stem) ?? 1) <= Math.max(2, all / 5));
  return good.sort((a, b) => b.worth - a.worth).map(({ written }) => written);
}

const editors = (name: string): unknown =>
  parse(readFileSync(new URL(`../src/content/synonyms/${name}.yaml`, import.meta.url), 'utf8'));

/** `and`, `you`, `with`: of English, or of the three neighbours together. */
function small(lang: Locale): string {
  const all = smallWords.parse(editors('small-words'));
  const some = lang === 'en' ? all.en : `${all.nb} ${all.da} ${all.sv}`;
  return [...new Set(wordsOf(some, lang).map(({ plain }) => plain))].sort().join(' ');
}

/** Read once for all languages. */
let read: ReturnType<typeof synonyms.parse> | undefined;
const allMeanings = () => (read ??= synonyms.parse(editors('words')));

/** Synonyms of all languages, own words first, where a page has one of them. A word that sounds like one before is left out. */
function meanings(words: Word[], lang: Locale): string {
  const sounds = new Set(words.map(({ sound }) => sound));
  const order = [lang, ...locales.filter((other) => other !== lang)];
  return allMeanings()
    .filter((meaning) =>
      meaning[lang].some((run) => wordsOf(run, lang).every(({ sound }) => sounds.has(sound))),
    )
    .map((meaning) => {
      const runs = new Map<string, string>();
      for (const run of order.flatMap((other) => meaning[other])) {
        const heard = wordsOf(run, lang).map(({ sound }) => sound).join(' '); // prettier-ignore
        if (!runs.has(heard)) runs.set(heard, run.toLowerCase());
      }
      return [...runs.values()].join(',');
    })
    .join('\n');
}

interface Line {
  page: Findable;
  headings: Findable['headings'];
  words: string[];
}

/** A line a page; what neighbours share (folder, type, audience …) stands once above them. */
function lines(list: Line[]): string {
  const rows = list.map(({ page, headings, words }) => {
    const [, , ...path] = page.url.split('/');
    const slug = path.at(-2) ?? '';
    const { type, audience, programme, country } = page.facts;
    const shared = ['', path.slice(0, -2).join('/'), type, audience, programme, country].join('\t').trimEnd();
    const sections = headings.map(({ title, id }) => (anchor(title) === id ? title : `${title}#${id}`));
    return { shared, own: [page.title, slug, words.join(' '), ...sections].join('\t').trimEnd() };
  });
  rows.sort((a, b) => (a.shared < b.shared ? -1 : a.shared > b.shared ? 1 : 0));
  return rows
    .flatMap(({ shared, own }, at) => (rows[at - 1]?.shared === shared ? [own] : [shared, own]))
    .join('\n');
}
