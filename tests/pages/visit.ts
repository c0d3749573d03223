import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { BuiltPage } from '../../scripts/build-pages.ts';
import { axeProblems, layOutAll } from '../axe.ts';

const small = { width: 320, height: 700 };

/** How a page comes to be shown in a tab. */
type Show = (tab: Page, url: string, html: string) => Promise<unknown>;

/**
 * What a visitor meets that should not be, on each of these pages; empty is good. The first of a template stands for what
 * all its pages share: header, footer, policy, and a large screen by night. It is visited like by anybody. What is
 * each page's own is then looked at on a small screen by day, written into tabs that are open already: the same parser and
 * the same styles, without the time of a visit and of bringing axe along.
 */
export async function visitAll(browser: Browser, pages: BuiltPage[], origin: string): Promise<string[]> {
  const first = firstOfEachTemplate(pages);
  const rest = pages.filter((page) => !first.includes(page));
  // What is kept for reading without a network is another test's; here every page would fetch two hundred others.
  const options = {
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    colorScheme: 'light',
    viewport: small,
  } as const;
  const visited = await watchedContext(browser, options);
  // Nobody may write into a page of ours: here the policy is put aside, which the first of each template has met.
  const written = await browser.newContext({ ...options, bypassCSP: true });
  const found = [
    ...(await withTabs(visited, origin, first, visit, [byDay, byNight])),
    ...(await withTabs(written, origin, rest, write, [onSmallScreen('main')])),
  ];
  await Promise.all([visited.close(), written.close()]);
  return found;
}

/** Several tabs of one browser are faster than one, and kinder than many browsers. */
async function withTabs(
  context: BrowserContext,
  origin: string,
  pages: BuiltPage[],
  show: Show,
  looks: ((tab: Page) => Promise<string[]>)[],
): Promise<string[]> {
  const waiting = [...pages];
  const found: string[] = [];
  await Promise.all(
    Array.from({ length: 3 }, async () => {
      const tab = await context.newPage();
      let url = '';
      const say = (problem: string) => found.push(`${url} ${problem}`);
      tab.on('console', (message) => message.type() === 'error' && say(`console: ${message.text()}`));
      tab.on('pageerror', (error) => say(`error: ${error.message}`));
      tab.on('request', (request) => {
        if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
          say(`asks ${request.url()}`);
      });
      for (let page = waiting.shift(); page; page = waiting.shift()) {
        ({ url } = page);
        await show(tab, origin + url, page.html);
        for (const look of looks) (await look(tab)).forEach(say);
      }
    }),
  );
  return found;
}

const visit: Show = (tab, url) => tab.goto(url, { waitUntil: 'load' });

/** As the server would send it; the first is visited, so that there is something to write into. */
const write: Show = (tab, url, html) =>
  tab.url() === 'about:blank'
    ? visit(tab, url, html)
    : tab.evaluate(
        ([address, text]) => {
          history.replaceState(null, '', address);
          document.open();
          document.write(text);
          document.close();
        },
        [url, html] as const,
      );

const onSmallScreen = (part: 'html' | 'main') => async (tab: Page) => {
  const width = await tab.evaluate(layOutAll);
  const wide = width > small.width ? [`is ${width} px wide on a screen of ${small.width} px`] : [];
  return [...wide, ...(await axeProblems(tab, part))];
};

/** After a night. */
const byDay = async (tab: Page) => {
  await tab.emulateMedia({ colorScheme: 'light' });
  await tab.setViewportSize(small);
  return onSmallScreen('html')(tab);
};

const byNight = async (tab: Page) => {
  await tab.emulateMedia({ colorScheme: 'dark' });
  await tab.setViewportSize({ width: 1280, height: 900 });
  return (await axeProblems(tab)).map((problem) => `dark: ${problem}`);
};

/** A context in which a breach of the security policy becomes a console error with its cause. */
async function watchedContext(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  await context.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
      console.error(`policy: ${violatedDirective} ${blockedURI} ${sourceFile}`),
    ),
  );
  return context;
}

/** One article stands for all articles in all languages; a front page, and a page outside a collection, for itself. */
export function firstOfEachTemplate(pages: BuiltPage[]): BuiltPage[] {
  const template = ({ url }: BuiltPage) => {
    const [, lang, section, ...rest] = url.split('/');
    return section ? ['*', section, ...rest.map((part) => part && '*')].join('/') : lang;
  };
  return [...new Map(pages.toReversed().map((page) => [template(page), page])).values()];
}
