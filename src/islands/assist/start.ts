import { readAssisted } from '../../features/applications/assist-api.ts';
import { programmesOf } from '../../features/applications/queue.ts';
import type { MyApplication } from '../../features/applications/rows.ts';
import { readChoices, type Choices } from '../../features/people/choices.ts';
import { screenOnce, type Screen } from '../../lib/api/screen.ts';

export interface AssistStart {
  drafts: MyApplication[];
  /** Keys of the programmes at my desks. */
  programmes: string[];
  choices: Choices;
}

/** What filling in with somebody starts from. */
export const assistStart = (lang: string): Screen<AssistStart> =>
  screenOnce(async () => {
    const [{ applications, desks }, choices] = await Promise.all([readAssisted(), readChoices(lang)]);
    return { drafts: applications, programmes: programmesOf(desks), choices };
  });
