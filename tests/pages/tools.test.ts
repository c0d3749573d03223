import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

const origin = inject('siteUrl');
const long = 'What somebody writes on a phone may go on for a while, and all of it belongs on the paper. ';
let browser: Browser;

beforeAll(async () => {
  browser = await chromium.connect(inject('chromium'));
});
afterAll(() => browser.close());

test('a sheet keeps nothing: no field has a name, nothing is sent or stored, and leaving empties it', async () => {
  const { page, close } = await open('/nb/tools/expectations/');
  const asked: string[] = [];
  // The font comes after the first paint of a visit, whatever one does.
  page.on('request', (request) => !request.url().endsWith('.woff2') && asked.push(request.url()));
  const field = page.locator('.sheet textarea').first();
  await field.fill(long);
  await page.locator('.sheet input[type=checkbox]').first().check();
  const kept = await page.evaluate(() => [
    localStorage.length,
    sessionStorage.length,
    document.cookie.length,
    document.querySelectorAll('.part [name], .part form').length,
  ]);
  expect([kept, asked]).toEqual([[0, 0, 0, 0], []]);
  await page.goto(`${origin}/nb/tools/`);
  await page.goto(`${origin}/nb/tools/expectations/`);
  expect(await field.inputValue()).toBe('');
  await close();
});

test('on paper stand the sheet, its name and all that was written, and nothing else', async () => {
  const { page, close } = await open('/da/tools/agreement/');
  for (const field of await page.locator('.sheet textarea').all()) await field.fill(long.repeat(4));
  await page.emulateMedia({ media: 'print' });
  expect(
    await page.evaluate(() => ({
      cut: [...document.querySelectorAll('textarea')].filter(
        (field) => field.scrollHeight > field.clientHeight,
      ).length,
      seen: ['.site-header', '.site-footer', '.keep', '.beside', '.aids', '.neighbours'].filter((part) =>
        document.querySelector(part)?.checkVisibility(),
      ),
      name: getComputedStyle(document.documentElement).getPropertyValue('--sheet'),
    })),
  ).toEqual({ cut: 0, seen: [], name: '"Vores aftale"' });
  await close();
});

test('a sheet gives as many lines to write on as it says, up to twelve', async () => {
  const { page, close } = await open('/nb/tools/expectations/');
  for (const media of ['screen', 'print'] as const) {
    await page.emulateMedia({ media });
    const lines = await page.evaluate(() => {
      const field = document.querySelector<HTMLTextAreaElement>('.prompt textarea')!;
      field.value = '';
      return Array.from({ length: 12 }, (_, at) => {
        field.rows = at + 1;
        return Math.round(field.clientHeight / parseFloat(getComputedStyle(field).lineHeight));
      });
    });
    expect(lines, media).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  }
  await close();
});

test('without JavaScript a sheet can be read and filled in, and no button promises what it cannot do', async () => {
  const { page, close } = await open('/sv/tools/cv-check/', { javaScriptEnabled: false });
  await page.locator('.sheet textarea').first().fill(long);
  expect(await page.locator('#keep').isVisible()).toBe(false);
  await close();
});

test('in two languages each text says which it is, and stands beside the other; on a phone above it', async () => {
  const { page, close } = await open('/nb/tools/you-decide/with-sv/');
  const pairs = await page
    .locator('.sheet .both')
    .evaluateAll((both) =>
      both.map((pair) => [...pair.children].map((text) => text.getAttribute('lang')).join()),
    );
  expect(pairs.length).toBeGreaterThan(20);
  expect([...new Set(pairs)]).toEqual(['nb,sv']);
  expect(await page.locator('.sheet label:has(.both) textarea').count()).toBe(
    await page.locator('.sheet textarea').count(),
  );
  const sideBySide = () =>
    page.locator('.prompt .both').first().evaluate(({ children: [ours, theirs] }) => ours!.getBoundingClientRect().top === theirs!.getBoundingClientRect().top); // prettier-ignore
  const wide = await sideBySide();
  await page.setViewportSize({ width: 320, height: 700 });
  expect([wide, await sideBySide()]).toEqual([true, false]);
  await close();
});

test('the language menu of a sheet in two languages leads to a pair that is there', async () => {
  const { page, close } = await open('/nb/tools/you-decide/with-da/');
  const targets = await page
    .locator('.languages a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const answers = await Promise.all(
    targets.map(async (href) => (await page.request.get(origin + href)).status()),
  );
  expect([targets[2], answers]).toEqual(['/da/tools/you-decide/with-nb/', [200, 200, 200, 200]]);
  await close();
});

async function open(path: string, how: object = {}): Promise<{ page: Page; close: () => Promise<void> }> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 }, ...how });
  const page = await context.newPage();
  await page.goto(origin + path, { waitUntil: 'load' });
  return { page, close: () => context.close() };
}
