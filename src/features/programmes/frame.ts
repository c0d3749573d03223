import type { Say } from '../../i18n/t.ts';
import type { Programme } from '../../schemas/programme.ts';
import type { Locale } from '../../schemas/vocabulary.ts';
import { course } from './frame-course.ts';
import { limits, followUp } from './frame-limits.ts';
import { matching, wayIn } from './frame-way.ts';
import { who } from './frame-who.ts';

/** What a row needs to put a rule into words. */
export interface Telling {
  lang: Locale;
  say: Say<'programme'>;
  /** The own name of a region or municipality by its key. */
  region: (key: string) => string;
}
export interface Row {
  label: string;
  lines: string[];
}
export interface Group {
  heading: string;
  rows: Row[];
}

/** Every rule of a programme in words, grouped as a reader asks for them. */
export function frame(programme: Programme, telling: Telling): Group[] {
  const { say } = telling;
  return [
    { heading: say('group.who'), rows: who(programme, telling) },
    { heading: say('group.course'), rows: course(programme, telling) },
    { heading: say('group.in'), rows: wayIn(programme, telling) },
    { heading: say('group.match'), rows: matching(programme, telling) },
    { heading: say('group.limits'), rows: limits(programme, telling) },
    { heading: say('group.follow'), rows: followUp(programme, telling) },
  ];
}
