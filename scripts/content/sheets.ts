import type { Entry } from '../../src/lib/content/entry.ts';
import { problemsOf } from '../../src/lib/sheet-words.ts';
import { tool, toolWords } from '../../src/schemas/tool.ts';
import type { Content } from './content.ts';
import { atKey, type Problem } from './problem.ts';

/** Sheets whose words do not fit their bones, or the English words: none of them can be drawn. */
export function sheets({ entries }: Content): Problem[] {
  const files = entries.filter(({ collection }) => collection === 'tools');
  const fileOf = (lang: Entry['lang'], slug: string) =>
    files.find((entry) => entry.lang === lang && entry.slug === slug);
  return files
    .filter(({ lang }) => lang !== null)
    .flatMap((entry) => unfit(entry, fileOf(null, entry.slug), fileOf('en', entry.slug)))
    .map((problem) => ({ ...problem, stops: true }));
}

/** What else is wrong with one of these files is said by the checks of its shape. */
function unfit(entry: Entry, bonesFile: Entry | undefined, englishFile: Entry | undefined): Problem[] {
  const { lang, slug } = entry;
  if (!bonesFile)
    return [atKey(entry, ['title'], 'the sheet has no bones', `write src/content/tools/${slug}.yaml`)];
  const bones = tool.safeParse(bonesFile.data).data;
  const words = toolWords.safeParse(entry.data).data;
  const english = toolWords.safeParse(englishFile?.data).data;
  if (!lang || !bones || !words || !english) return [];
  return problemsOf(slug, bones, words, english).map(({ part, what, repair }) =>
    atKey(entry, ['parts', part], `part “${part}”: ${what}`, repair),
  );
}
