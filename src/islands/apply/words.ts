import type { PageProgramme, PageQuestion } from '../../features/applications/model.ts';
import { path } from '../../lib/urls.ts';
import type { Key, Say } from '../../ui/words.tsx';

/** The sentence of a question or an option: `ask.came_as`, `ask.came_as.family`. They come with the form's file. */
export const askKey = (...parts: string[]) => ['ask', ...parts].join('.') as Key;

/** “Job 2”: a line of a group. */
export const rowName = (say: Say, group: string, nr: number): string =>
  say('form.row', { row: say(askKey(group, 'row')), nr: nr + 1 });

/** How a question is named where something is wrong with it: a consent is too long to be repeated. */
export const nameKey = ({ key, kind }: PageQuestion): Key =>
  kind === 'consent' ? 'apply.consent' : askKey(key);

export const stepKey = (step: string) => `step.${step}` as Key;

export const titleOf = (programmes: readonly Pick<PageProgramme, 'key' | 'title'>[], key: string): string =>
  programmes.find((programme) => programme.key === key)?.title ?? key;

/** The address of a form for one programme. */
export const applyHref = (lang: string, part: string, programme: string): string =>
  `${path(lang, 'apply', part)}?programme=${encodeURIComponent(programme)}`;
