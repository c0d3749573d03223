import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

const origin = inject('siteUrl');
/** One page of each template. */
const templates = [
  '/',
  '/en/',
  '/nb/programmes/',
  '/da/programmes/highly-skilled/',
  '/sv/handbook/',
  '/nb/handbook/the-first-hour/',
  '/da/become-a-mentor/',
  '/sv/search/',
  '/nb/404/',
];
let browser: Browser;

beforeAll(async () => {
  browser = await chromium.connect(inject('chromium'));
});
afterAll(() => browser.close());

test('wide text spacing and 200 % text fit without sideways scrolling or cut lines', async () => {
  const problems = await onEach({ viewport: { width: 640, height: 800 } }, async (page) => {
    await restyle(
      page,
      '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }',
    );
    const spaced = await page.evaluate(overflowing);
    await restyle(page, 'html { font-size: 200% !important }');
    return [...spaced, ...(await page.evaluate(overflowing))];
  });
  expect(problems).toEqual([]);
});

test('on paper the comparison of programmes has all its columns', async () => {
  for (const lang of ['en', 'nb', 'da', 'sv']) {
    // As wide as an A4 sheet without its margins.
    const page = await (await browser.newContext({ viewport: { width: 642, height: 971 } })).newPage();
    await page.emulateMedia({ media: 'print' });
    await page.goto(`${origin}/${lang}/programmes/`);
    const cut = await page.evaluate(() => {
      const edge = document.documentElement.clientWidth;
      return [...document.querySelectorAll('.compare, .compare :is(th, td)')]
        .filter(
          (part) => part.getBoundingClientRect().right > edge + 1 || part.scrollWidth > part.clientWidth + 1,
        )
        .map((part) => part.textContent?.trim().slice(0, 40));
    });
    expect(cut, lang).toEqual([]);
    await page.context().close();
  }
});

test('what one presses first is 44 px high, and the focus is drawn', async () => {
  const problems = await onEach({ viewport: { width: 390, height: 800 } }, async (page) => {
    await page.keyboard.press('Tab');
    const skip = await page.evaluate(() => {
      const link = document.activeElement;
      return link && getComputedStyle(link).outlineStyle !== 'none'
        ? []
        : ['the first stop has no focus ring'];
    });
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.button, .place, .sections a, summary, input, select')]
        .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 44)
        .map(
          (element) =>
            `${element.outerHTML.slice(0, 80)} is ${element.getBoundingClientRect().height} px high`,
        ),
    );
    return [...skip, ...small];
  });
  expect(problems).toEqual([]);
});

test('nothing moves for those who asked for less motion, and colours may be forced', async () => {
  const problems = await onEach({ reducedMotion: 'reduce', forcedColors: 'active' }, (page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const { transitionDuration, animationName } = getComputedStyle(element);
          return animationName !== 'none' || !/^0s(, 0s)*$/.test(transitionDuration);
        })
        .map((element) => element.outerHTML.slice(0, 80)),
    ),
  );
  expect(problems).toEqual([]);
});

test('a cold reading page asks for three files and the font at most, and nothing shifts', async () => {
  const problems: string[] = [];
  for (const path of templates.filter((template) => !template.includes('search'))) {
    const page = await (await browser.newContext({ viewport: { width: 390, height: 800 } })).newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(origin + path, { waitUntil: 'networkidle' });
    const shift = await page.evaluate(shifted);
    const files = asked.filter((file) => !file.endsWith('.woff2'));
    if (files.length > 3 || asked.length - files.length > 1)
      problems.push(`${path} asks for ${asked.join(' ')}`);
    if (shift > 0) problems.push(`${path} shifts by ${shift}`);
    await page.context().close();
  }
  expect(problems).toEqual([]);
});

test('over a slow line a page grows downwards: what stands there stays', async () => {
  const slow = await serveSlowly();
  const problems = await Promise.all(
    templates.flatMap((path) =>
      [
        { width: 390, height: 800 },
        { width: 1280, height: 900 },
      ].map(async (viewport) => {
        const context = await browser.newContext({ viewport });
        const page = await context.newPage();
        await page.goto(slow.url + path, { waitUntil: 'networkidle' });
        const shift = await page.evaluate(shifted);
        await context.close();
        return shift > 0 ? [`${path} shifts by ${shift} at ${viewport.width} px`] : [];
      }),
    ),
  );
  slow.close();
  expect(problems.flat()).toEqual([]);
});

test.each([
  ['a phone', 390, 800],
  ['a desktop', 1280, 900],
])(
  'however many calls for mentors there are, on %s nothing moves when they come',
  async (_, width, height) => {
    const problems: string[] = [];
    for (const count of [0, 1, 9]) {
      const page = await (await browser.newContext({ viewport: { width, height } })).newPage();
      const call = { field: '21', language: null, region: null, hours: 2, format: null, programme: 'free', country: 'NO' }; // prettier-ignore
      const calls = Array.from({ length: count }, (_, nr) => ({ ...call, code: `0000000${nr}` }));
      await page.route('**/rpc/open_needs', async (route) => {
        await pause(700);
        await route.fulfill({ json: calls });
      });
      await page.goto(`${origin}/en/needs/`);
      await page.locator('.needs-open, .state').waitFor();
      await page.locator('.needs-way').waitFor();
      const shift = await page.evaluate(shifted);
      if (shift > 0) problems.push(`${count} calls move the page by ${shift}`);
      await page.context().close();
    }
    expect(problems).toEqual([]);
  },
);

test('the font waits for the first paint, and is used from the second page on, without a shift', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${origin}/en/about/`);
  const atFirst = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
  await page.waitForFunction(() => [...document.fonts].every(({ status }) => status === 'loaded'));
  await page.goto(`${origin}/en/contact/`, { waitUntil: 'networkidle' });
  const then = await page.evaluate(() => [
    getComputedStyle(document.body).fontFamily.split(',')[0],
    ...[...document.fonts].map(({ status }) => status),
  ]);
  expect(atFirst).not.toContain('Atkinson');
  expect(then).toEqual(['Atkinson', 'loaded']);
  await context.close();
});

async function onEach(
  options: BrowserContextOptions,
  look: (page: Page) => Promise<string[]>,
): Promise<string[]> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const found: string[] = [];
  for (const path of templates) {
    await page.goto(origin + path);
    found.push(...(await look(page)).map((problem) => `${path} ${problem}`));
  }
  await context.close();
  return found;
}

/** The same site, whose pages come in a packet at a time. */
async function serveSlowly(): Promise<{ url: string; close: () => void }> {
  const answer = async (path = '', response: ServerResponse) => {
    const { status, headers, body } = await fetch(origin + path);
    const type = headers.get('content-type') ?? '';
    const file = Buffer.from(await new Response(body).arrayBuffer());
    const packet = type.startsWith('text/html') ? 1400 : file.length;
    response.writeHead(status, { 'content-type': type });
    for (let sent = 0; sent < file.length; sent += packet) {
      response.write(file.subarray(sent, sent + packet));
      await pause(40);
    }
    response.end();
  };
  const server = createServer((request, response) => void answer(request.url, response)).listen(
    0,
    '127.0.0.1',
  );
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/** Adds rules the way the security policy allows it. */
async function restyle(page: Page, css: string): Promise<void> {
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, css);
}

/** Runs in the page: by how much its parts have moved since it was opened. */
function shifted(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) =>
      resolve(
        list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0),
      ),
    ).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(0), 200);
  });
}

/** Runs in the page. */
function overflowing(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const cut = [...document.querySelectorAll<HTMLElement>('main :is(h1, h2, h3, p, li, td, th, a)')].filter(
    (element) =>
      element.scrollWidth > element.clientWidth + 1 &&
      getComputedStyle(element).overflow === 'hidden' &&
      !element.classList.contains('visually-hidden'),
  );
  return [
    ...(scrollWidth > clientWidth ? [`scrolls sideways: ${scrollWidth} px in ${clientWidth}`] : []),
    ...cut.map((element) => `is cut: ${element.outerHTML.slice(0, 80)}`),
  ];
}
