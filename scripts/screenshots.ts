/**
 * Pictures for the README and for whoever reviews: the demo world as its people see it. Run `npm run build` before.
 * Usage: node scripts/screenshots.ts [folder]
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cast } from '../supabase/seeds/cast.ts';
import { drawAll } from '../tests/journeys/pictures.ts';
import { desktop, openStage, phone } from '../tests/journeys/stage.ts';

interface Shot {
  name: string;
  who: keyof typeof cast;
  path: string;
  size?: typeof desktop;
  dark?: boolean;
  /** Only what one sees first. */
  top?: boolean;
}

const small = { size: phone, top: true };
const shots: Shot[] = [
  { name: 'home', who: 'mentee', path: 'en', top: true },
  { name: 'home-phone', who: 'mentee', path: 'sv', ...small },
  { name: 'mentors', who: 'mentee', path: 'en/mentors', top: true },
  { name: 'mentors-dark', who: 'mentee', path: 'sv/mentors', top: true, dark: true },
  { name: 'mentors-phone', who: 'mentee', path: 'da/mentors', ...small },
  { name: 'mentor', who: 'mentee', path: `en/mentors/mentor/#${cast.mentor.id}` },
  { name: 'my-page-mentee', who: 'mentee2', path: 'nb/my' },
  { name: 'my-page-mentor', who: 'mentor', path: 'en/my' },
  { name: 'my-page-mentor-phone', who: 'mentor2', path: 'nb/my', ...small },
  { name: 'my-page-dark', who: 'mentor2', path: 'sv/my', dark: true, top: true },
  { name: 'profile', who: 'mentee', path: 'en/my/mentee', top: true },
  { name: 'apply-phone', who: 'outsider', path: 'nb/apply/mentee/?programme=highly-skilled', ...small },
  { name: 'desk', who: 'coordinator', path: 'en/desk', top: true },
  { name: 'applications', who: 'coordinator', path: 'en/desk/applications', top: true },
  { name: 'partners', who: 'coordinator', path: 'en/desk/partners', top: true },
  { name: 'supply-and-demand', who: 'coordinator', path: 'en/desk/needs', top: true },
  { name: 'calls-phone', who: 'outsider', path: 'nb/needs', ...small },
  { name: 'desk-phone', who: 'coordinator', path: 'nb/desk', ...small },
];

const folder = process.argv[2] ?? join(import.meta.dirname, '../docs/screenshots');
mkdirSync(folder, { recursive: true });
const stage = await openStage({ demo: true });
try {
  for (const { name, who, path, size = desktop, dark = false, top = false } of shots) {
    const { page, go, context } = await stage.enter(cast[who].address, size);
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
    await go(path);
    await page.locator('main .skeleton').first().waitFor({ state: 'detached' });
    await drawAll(page);
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: !top });
    await context.close();
  }
} finally {
  await stage.close();
}
