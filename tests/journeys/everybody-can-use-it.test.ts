import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { t } from '../../src/i18n/t.ts';
import { cast } from '../../supabase/seeds/cast.ts';
import { axeProblems } from '../axe.ts';
import { openStage, phone, visit, type Person, type Stage } from './stage.ts';

const words = t('en', 'request');
let stage: Stage;
let mentee: Person;
let mentor: Person;
let visitor: Person;

beforeAll(async () => {
  stage = await openStage();
  mentee = await stage.enter(cast.mentee.address, phone);
  mentor = await stage.enter(cast.mentor.address, phone);
  visitor = await visit(stage.app, stage.browser, phone);
});
afterAll(async () => {
  await stage?.close();
});

interface State {
  name: string;
  who: () => Person;
  /** Where to go, and what to do there until the state is on the screen. */
  open: (page: Page) => Promise<void>;
  path: string;
}

const states: State[] = [
  {
    name: 'signing in',
    who: () => visitor,
    path: 'en/sign-in',
    open: (page) => page.getByRole('textbox').waitFor(),
  },
  {
    name: 'an address that is none',
    who: () => visitor,
    path: 'en/sign-in',
    async open(page) {
      await page.getByRole('textbox').fill('somebody');
      await page.getByRole('button', { name: t('en', 'sign-in')('sign-in.send') }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'a link without a secret',
    who: () => visitor,
    path: 'en/sign-in/link',
    open: (page) => page.locator('.state').waitFor(),
  },
  {
    name: 'not signed in',
    who: () => visitor,
    path: 'en/my',
    open: (page) => page.getByRole('alert').waitFor(),
  },
  {
    name: 'the directory',
    who: () => mentee,
    path: 'en/mentors',
    open: (page) => page.locator('.people .card').first().waitFor(),
  },
  {
    name: 'the directory with every filter open',
    who: () => mentee,
    path: 'en/mentors/?hours=2',
    open: (page) => page.getByLabel(t('en', 'directory')('directory.field')).waitFor(),
  },
  {
    name: 'an empty shelf',
    who: () => mentee,
    path: 'en/mentors/?shelf=favourite',
    open: (page) => page.locator('.found .state').waitFor(),
  },
  {
    name: 'a mentor, and a message with a problem',
    who: () => mentee,
    path: `en/mentors/mentor/#${cast.mentor.id}`,
    async open(page) {
      await page.getByRole('button', { name: words('request.send') }).click();
      await page.locator('.error-summary').waitFor();
    },
  },
  {
    name: 'a request on its way',
    who: () => mentee,
    path: `en/mentors/mentor/#${cast.mentor.id}`,
    async open(page) {
      await page.reload({ waitUntil: 'networkidle' });
      await page
        .getByLabel(words('request.message'))
        .fill('A request so that there is something to look at.');
      await page.getByRole('button', { name: words('request.send') }).click();
      await page.goto(`${stage.app.url}/en/my/`, { waitUntil: 'networkidle' });
      await page.locator('.card').first().waitFor();
    },
  },
  {
    name: 'an inbox',
    who: () => mentor,
    path: 'en/my',
    open: (page) => page.getByRole('button', { name: words('request.yes') }).waitFor(),
  },
  {
    name: 'a dialog with reasons',
    who: () => mentor,
    path: 'en/my',
    async open(page) {
      await page.getByRole('button', { name: `${words('request.no')} ${cast.mentee.name}` }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'a first hour to plan',
    who: () => mentor,
    path: 'en/my',
    async open(page) {
      await page.getByRole('button', { name: words('request.yes') }).click();
      await page.getByLabel(t('en', 'trial')('trial.day')).waitFor();
    },
  },
  {
    name: 'no network',
    who: () => mentee,
    path: 'en/my',
    async open(page) {
      await page.route('**/rest/v1/**', (route) => route.abort('internetdisconnected'));
      await page.reload();
      await page.getByRole('alert').waitFor();
      await page.unroute('**/rest/v1/**');
    },
  },
];

describe.each(states)('$name', ({ who, path, open }) => {
  test('has no problem axe can find in light and dark, and fits 320 pixels', async () => {
    const { page, go } = who();
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto('about:blank');
    await go(path);
    await open(page);
    const problems = await axeProblems(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    problems.push(...(await axeProblems(page)).map((problem) => `dark: ${problem}`));
    await page.setViewportSize({ width: 320, height: 640 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) problems.push(`${wide} pixels wider than a screen of 320`);
    problems.push(...(await smallTargets(page)));
    await page.setViewportSize(phone);
    expect(problems).toEqual([]);
  });
});

/** Buttons, fields and links that stand alone, smaller than a fingertip. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const alone = document.querySelectorAll<HTMLElement>(
      'main :is(button, select, summary, input:not([type=radio], [type=checkbox]), textarea, .option, .button)',
    );
    return [...alone].flatMap((target) => {
      const { height } = target.getBoundingClientRect();
      return height > 0 && height < 43.5
        ? [`${Math.round(height)} pixels high: ${target.outerHTML.slice(0, 80)}`]
        : [];
    });
  });
}
