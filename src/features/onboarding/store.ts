import { screen, type Screen } from '../../lib/api/screen.ts';
import { readAbout, type About } from './about.ts';
import { readPreparations } from './api.ts';
import type { MyPreparations } from './rows.ts';

export interface Start extends MyPreparations {
  about: About;
}

/** Getting ready, read anew after every step; what the programmes say is read once. */
export function preparationsIn(lang: string): Screen<Start> {
  let about: Promise<About> | null = null;
  return screen(async () => {
    about ??= readAbout(lang).catch((error: unknown) => {
      about = null;
      throw error;
    });
    const [mine, told] = await Promise.all([readPreparations(), about]);
    return { ...mine, about: told };
  });
}
