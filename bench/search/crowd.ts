import { brotliCompressSync } from 'node:zlib';
import { writeTitles, type Findable } from '../../scripts/build-titles.ts';
import { anchor, readTitles } from '../../src/lib/search/titles.ts';
import { locales } from '../../src/schemas/vocabulary.ts';
import type { Report } from '../figures.ts';

/** The small index with as many pages as the site may grow to: ours, and made-up ones in the words of ours. */
export async function measureCrowd(report: Report, pages: Findable[], size: number): Promise<void> {
  for (const lang of locales) {
    const own = pages.filter((page) => page.lang === lang);
    const index = await writeTitles([...own, ...madeUp(own, size - own.length)], lang);
    const { pages: kept, vocabulary } = readTitles(index, lang);
    const sections = kept.reduce((sum, page) => sum + page.sections.length, 0);
    report({
      figure: `small index of ${size} pages (${lang})`,
      value: brotliCompressSync(index).length / 1000,
      unit: 'kB',
      most: 20,
      note: `${own.length} real pages; ${sections} headings, ${vocabulary.length} different words`,
    });
  }
}

/** Pages that nobody wrote: each word follows the one before as it does in ours; one in thirty is a word of its own. */
function madeUp(own: Findable[], count: number): Findable[] {
  const random = dice(7);
  const pick = <Thing>(things: Thing[]): Thing => things[Math.floor(random() * things.length)]!;
  const after = new Map<string, string[]>();
  for (const { text } of own) {
    const words = text.split(' ');
    words.forEach((word, at) => after.set(word, [...(after.get(word) ?? []), words[at + 1] ?? words[0]!]));
  }
  const all = [...after.keys()];
  const rare = () =>
    Array.from({ length: 4 }, () => pick([...'bdfghklmnprstv']) + pick([...'aeiouy'])).join('');
  const walk = (length: number): string => {
    const words = [pick(all)];
    while (words.length < length)
      words.push(random() < 0.033 ? rare() : pick(after.get(words.at(-1)!) ?? all));
    return words.join(' ');
  };
  const like = (text: string) => walk(text.split(' ').length);
  return Array.from({ length: Math.max(0, count) }, (_, number) => {
    const model = pick(own);
    const title = like(model.title);
    return {
      ...model,
      url: model.url.replace(/[^/]*\/$/, `${number}-${rare()}-${rare()}/`),
      title,
      summary: like(model.summary),
      text: like(model.text),
      headings: model.headings.map((heading) => {
        const name = like(heading.title);
        return { title: name, id: anchor(name) };
      }),
    };
  });
}

/** The same numbers in every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
