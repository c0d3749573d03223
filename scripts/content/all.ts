import { blanks } from './blanks.ts';
import type { Content } from './content.ts';
import { duplicates } from './duplicates.ts';
import { figures } from './figures.ts';
import { images } from './images.ts';
import { languages } from './languages.ts';
import { links } from './links.ts';
import type { Problem } from './problem.ts';
import { reading } from './reading.ts';
import { references } from './references.ts';
import { shapes } from './shapes.ts';
import { sheets } from './sheets.ts';
import { sources } from './sources.ts';
import { wording } from './wording.ts';

/** The checks of texts that can be read and are written: those that may find what must be right before anything is built… */
const needed = [languages, duplicates, sources, references, sheets, figures, images];
/** …and those that find what makes a text worse, not wrong or missing. */
const wished = [links, wording, reading];

/** All problems, by file and line. Of a file with blanks nothing is said but its blanks and its shape. */
export function allProblems(content: Content, checks = [...needed, ...wished]): Problem[] {
  const left = blanks(content);
  const unwritten = new Set(left.map(({ file }) => file));
  const rest = checks.flatMap((check) => check(content)).filter(({ file }) => !unwritten.has(file));
  return [...shapes(content), ...left, ...rest].sort(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line,
  );
}

/** What must be right before anything is built. */
export function stoppers(content: Content): Problem[] {
  return allProblems(content, needed).filter(({ stops }) => stops);
}
