/** How much script the screens of the portal bring, from an empty cache, with somebody signed in who uses them. */
import type { Page } from 'playwright-core';
import { openStage, type Person, type Stage } from '../../tests/journeys/stage.ts';
import type { Report } from '../figures.ts';
import { weigh } from './weight.ts';

const screens = [
  { name: 'directory', path: '/en/mentors/', who: 'mentee@demo.example', most: 16 },
  { name: 'my page', path: '/en/my/', who: 'mentee@demo.example', most: 45 },
  { name: 'my page of a mentor', path: '/en/my/', who: 'mentor@demo.example', most: 45 },
  {
    name: 'applying',
    path: '/en/apply/mentee/?programme=highly-skilled',
    who: 'outsider@demo.example',
    most: 45,
  },
  { name: 'my applications', path: '/en/my/applications/', who: 'mentee@demo.example', most: 45 },
  { name: 'desk', path: '/en/desk/', who: 'coordinator@demo.example', most: 60 },
  {
    name: 'applications at the desk',
    path: '/en/desk/applications/',
    who: 'coordinator@demo.example',
    most: 60,
  },
];

/** Weighs each screen's script and reports it. */
export async function weighPortal(report: Report, site: string): Promise<void> {
  const stage = await openStage({ site });
  try {
    report(figure('sign-in', 34, await weighSignIn(stage)));
    for (const { name, path, who, most } of screens) {
      const person = await stage.enter(who);
      report(
        figure(name, most, await inNewBrowser(person, (page) => () => quiet(page, stage.app.url + path))),
      );
      await person.context.close();
    }
  } finally {
    await stage.close();
  }
}

function figure(name: string, most: number, bytes: number) {
  return {
    figure: `script of ${name}`,
    value: bytes / 1000,
    unit: 'kB',
    most,
    note: 'all of it, inline too',
  };
}

/** Up to having asked for a code. */
async function weighSignIn({ app, browser }: Stage): Promise<number> {
  const page = await browser.newPage();
  const { script, inline } = await weigh(page, async () => {
    await quiet(page, `${app.url}/en/sign-in/`);
    await page.locator('input[type=email]').fill('newcomer@demo.example');
    await page.keyboard.press('Enter');
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(1000);
  });
  await page.close();
  return script + inline;
}

/** The person's session in a browser that has seen nothing yet. */
async function inNewBrowser(person: Person, visit: (page: Page) => () => Promise<void>): Promise<number> {
  const storageState = await person.context.storageState();
  const context = await person.context.browser()!.newContext({ storageState });
  const page = await context.newPage();
  const { script, inline } = await weigh(page, visit(page));
  await context.close();
  return script + inline;
}

async function quiet(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.waitForTimeout(500);
}
