import type { MyPage } from '../../lib/api/rows.ts';
import { screenOnce, type Screen } from '../../lib/api/screen.ts';
import { readMyPage } from './api.ts';
import { readChoices, type Choices } from './choices.ts';

export interface Start {
  me: MyPage;
  choices: Choices;
}

/** What a profile form starts from. */
export const formStart = (lang: string): Screen<Start> =>
  screenOnce(async () => {
    const [me, choices] = await Promise.all([readMyPage(), readChoices(lang)]);
    return { me, choices };
  });
