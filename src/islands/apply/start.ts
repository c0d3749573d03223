import { readMyApplications } from '../../features/applications/api.ts';
import type { MyApplication } from '../../features/applications/rows.ts';
import { readChoices, type Choices } from '../../features/people/choices.ts';
import { screen, type Screen } from '../../lib/api/screen.ts';

export interface Start {
  applications: MyApplication[];
  choices: Choices;
}

/** What applying starts from. Read until it is there and then never again: nothing may take away a form being filled in. */
export function applyStart(lang: string): Screen<Start> {
  let start: Promise<Start> | null = null;
  return screen(() => {
    start ??= read(lang).catch((error: unknown) => {
      start = null;
      throw error;
    });
    return start;
  });
}

async function read(lang: string): Promise<Start> {
  const [{ applications }, choices] = await Promise.all([readMyApplications(), readChoices(lang)]);
  return { applications, choices };
}
