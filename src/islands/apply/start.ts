import { readMyApplications } from '../../features/applications/api.ts';
import type { MyApplications } from '../../features/applications/rows.ts';
import { readChoices, type Choices } from '../../features/people/choices.ts';
import { screenOnce, type Screen } from '../../lib/api/screen.ts';

export interface Start extends Omit<MyApplications, 'drafts'> {
  choices: Choices;
}

/** What applying starts from. */
export const applyStart = (lang: string): Screen<Start> =>
  screenOnce(async () => {
    const [{ applications, rounds, reminders, fits }, choices] = await Promise.all([
      readMyApplications(),
      readChoices(lang),
    ]);
    return { applications, rounds, reminders, fits, choices };
  });
