import { act } from '../../lib/api/client.ts';
import type { BackgroundRow } from '../../lib/api/rows.ts';

/** Saves all of my background, and what I share of it; `locale` is the language in which I read what that means. @throws Refusal */
export const saveBackground = (background: BackgroundRow, locale: string) =>
  act('save_background', { ...background, locale });
