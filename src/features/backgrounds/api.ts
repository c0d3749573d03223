import { act } from '../../lib/api/client.ts';
import type { BackgroundRow } from '../../lib/api/background-rows.ts';

/** All of my background, and the language in which I read what sharing it means. */
export interface Background extends BackgroundRow {
  locale: string;
}

/** Saves it, and what I share of it. @throws Refusal */
export const saveBackground = (background: Background) => act('save_background', background);
