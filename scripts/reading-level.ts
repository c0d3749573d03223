/** Prints how hard each text is to read, and fails where one is harder than a B1 reader should have to accept. */
import { globSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { fleschKincaid, lix, sentenceLengths, sentences, words } from '../src/lib/reading-level.ts';

const limits = { lix: 38, grade: 8, mean: 14, longest: 25 };
const folders = 'evidence,handbook,modules,news,pages,programmes,questions,stories';
/** `node scripts/reading-level.ts modules/nb` looks at those texts only. */
const [only = ''] = process.argv.slice(2);
/** What a reader meets as prose although it stands in the front matter. */
const proseKeys = ['summary', 'for_whom', 'expect', 'do_not_expect', 'aim', 'checklist', 'question'];

/** The running text of a content file: prose from the front matter, then the body. */
function read(file: string): string {
  const [, front = '', body = ''] =
    /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(file, 'utf8')) ?? [];
  const data = parse(front) as Record<string, string | string[] | undefined>;
  return [...proseKeys.flatMap((key) => data[key] ?? []), body].join('\n\n');
}

/** What has to change in a text, in words. Empty where nothing has. */
function repairs(text: string, english: boolean): string[] {
  const lengths = sentenceLengths(text);
  const mean = words(text).length / Math.max(1, lengths.length);
  const longest = sentences(text)[lengths.indexOf(Math.max(...lengths))] ?? '';
  const found: string[] = [];
  if (!english && lix(text) > limits.lix)
    found.push(`LIX ${lix(text).toFixed(1)}, at most ${limits.lix}: use shorter words or split sentences`);
  if (english && fleschKincaid(text) > limits.grade)
    found.push(
      `grade ${fleschKincaid(text).toFixed(1)}, at most ${limits.grade}: use shorter words or split sentences`,
    );
  if (mean > limits.mean)
    found.push(`mean sentence ${mean.toFixed(1)} words, at most ${limits.mean}: split sentences`);
  if (Math.max(...lengths) > limits.longest)
    found.push(`a sentence of ${Math.max(...lengths)} words, at most ${limits.longest}: split “${longest}”`);
  return found;
}

const files = globSync(`src/content/{${folders}}/*/*.md`)
  .filter((file) => file.includes(only))
  .sort();
let broken = 0;
for (const file of files) {
  const text = read(file);
  const english = file.split('/')[3] === 'en';
  const lengths = sentenceLengths(text);
  const level = english ? `grade ${fleschKincaid(text).toFixed(1)}` : `LIX ${lix(text).toFixed(1)}`;
  const mean = (words(text).length / Math.max(1, lengths.length)).toFixed(1);
  console.log(
    `${file.replace('src/content/', '').padEnd(52)} ${String(words(text).length).padStart(4)} words  ${level.padEnd(10)}  mean ${mean.padStart(4)}  longest ${Math.max(...lengths)}`,
  );
  for (const repair of repairs(text, english)) {
    broken += 1;
    console.error(`${file}: ${repair}`);
  }
}
console.log(`${files.length} texts, ${broken} to repair`);
process.exitCode = broken > 0 ? 1 : 0;
