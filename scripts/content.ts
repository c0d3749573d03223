/**
 * Checks every text, and says file, line and repair.
 *   npm run content                                     all of it
 *   npm run content modules/nb                          files with this in their path
 *   npm run content -- --stoppers                       only what must be right before anything is built
 *   npm run content -- --levels handbook                how hard each text is to read
 *   npm run content -- --translated handbook/nb/slug    “this translation says what the English text says now” (or: all)
 *   npm run content -- --later handbook/nb/slug         “show English until somebody translates it” (or: all)
 */
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { allProblems, stoppers } from './content/all.ts';
import { readEverything } from './content/content.ts';
import { inOneLine } from './content/problem.ts';
import { levelOf } from './content/reading.ts';
import { say } from './content/say.ts';

const root = join(import.meta.dirname, '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    stoppers: { type: 'boolean', default: false },
    levels: { type: 'boolean', default: false },
    translated: { type: 'string', multiple: true, default: [] },
    later: { type: 'string', multiple: true, default: [] },
  },
});
const [only = ''] = positionals;
const begin = performance.now();
const content = readEverything(root);

if (values.translated.length > 0 || values.later.length > 0) {
  const told = say(content, values);
  console.log(told.words);
  process.exit(told.ok ? 0 : 1);
}

if (values.levels) {
  for (const { entry, words, level, mean, longest } of content.entries
    .filter(({ lang, file }) => lang && file.includes(only))
    .map((entry) => levelOf(entry)))
    console.log(
      `${entry.file.replace('src/content/', '').padEnd(52)} ${String(words).padStart(4)} words  ` +
        `${entry.lang === 'en' ? 'grade' : 'LIX  '} ${level.toFixed(1).padStart(4)}  mean ${mean.toFixed(1).padStart(4)}  longest ${longest}`,
    );
}

const problems = (values.stoppers ? stoppers : allProblems)(content).filter(({ file }) =>
  file.includes(only),
);
for (const problem of problems) console.error(inOneLine(problem));
const files = content.entries.filter(({ file }) => file.includes(only)).length;
const seconds = ((performance.now() - begin) / 1000).toFixed(1);
console.log(`${files} files, ${problems.length === 0 ? 'nothing' : problems.length} to repair, ${seconds} s`);
process.exitCode = problems.length > 0 ? 1 : 0;
