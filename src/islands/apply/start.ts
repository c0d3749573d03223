import { readMyApplications } from '../../features/applications/api.ts';
import type { MyApplication } from '../../features/applications/rows.ts';
import { readChoices, type Choices } from '../../features/people/choices.ts';
import { screenOnce, type Screen } from '../../lib/api/screen.ts';

export interface Start {
  applications: MyApplication[];
  choices: Choices;
}

/** What applying starts from. */
export const applyStart = (lang: string): Screen<Start> =>
  screenOnce(async () => {
    const [{ applications }, choices] = await Promise.all([readMyApplications(), readChoices(lang)]);
    return { applications, choices };
  });
