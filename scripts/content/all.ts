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
import { sources } from './sources.ts';
import { wording } from './wording.ts';

/** Every check of the content, by the name it is told under. */
const checks = {
  shapes,
  languages,
  duplicates,
  sources,
  references,
  figures,
  links,
  images,
  blanks,
  wording,
  reading,
} satisfies Record<string, (content: Content) => Problem[]>;

/** All problems, by file and line. */
export function allProblems(content: Content): Problem[] {
  return Object.values(checks)
    .flatMap((check) => check(content))
    .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

/** What must be right before anything is built: the rest makes a text worse, this makes it wrong or missing. */
export function stoppers(content: Content): Problem[] {
  return allProblems(content).filter(({ stops }) => stops);
}
