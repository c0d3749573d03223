import type { MyPage } from '../../lib/api/rows.ts';
import { screen, type Screen } from '../../lib/api/screen.ts';
import { readMyPage } from './api.ts';
import { readChoices, type Choices } from './choices.ts';

export interface Start {
  me: MyPage;
  choices: Choices;
}

/**
 * What a profile form starts from. Read until it is there, and then never again: nothing that happens elsewhere may
 * take away a form that somebody is writing in.
 */
export function formStart(lang: string): Screen<Start> {
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
  const [me, choices] = await Promise.all([readMyPage(), readChoices(lang)]);
  return { me, choices };
}
