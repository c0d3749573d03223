import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { readHeaderRules } from '../../server/header-rules.ts';
import { builtPages, first, isReading, site, standsForItself } from './site.ts';

const pages = await builtPages();
const byUrl = new Map(pages.map((page) => [page.url, page]));

test('the markup is valid', { timeout: 900_000 }, async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      // Astro writes them so: harmless, and shorter.
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      'doctype-style': 'off',
      'no-trailing-whitespace': 'off',
      'void-style': 'off',
      // Titles are as long as the language needs; search engines cut them, readers do not.
      'long-title': 'off',
      // The policy allows inline code by hash.
      'no-inline-style': 'error',
      // The directory's filters work while one chooses; its list is no new context.
      'wcag/h32': 'off',
      // Islands are custom elements.
      'element-name': 'off',
    },
  });
  const wrong: string[] = [];
  for (const { url, html } of pages.filter((page) => standsForItself(page.url))) {
    // The styles are the same everywhere and no markup; without them it takes half the time.
    const markup = html.replace(/<style[\s\S]*?<\/style>/g, (style) => style.replace(/[^\n]/g, ''));
    const report = await validator.validateString(markup, url);
    for (const { messages } of report.results) {
      wrong.push(...messages.map(({ ruleId, message, line }) => `${url}:${line} ${ruleId}: ${message}`));
    }
  }
  expect(wrong).toEqual([]);
});

test('every link inside the site leads somewhere, also to the part it names', () => {
  const broken = pages.flatMap(({ url, html }) => {
    const targets = [...html.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, href]) =>
      (href ?? '').replaceAll('&amp;', '&'),
    );
    return targets.filter((href) => !leads(href, url)).map((href) => ({ url, href }));
  });
  const byTarget = Map.groupBy(broken, ({ href }) => href);
  expect(
    [...byTarget].map(([href, from]) => `${href} from ${from[0]?.url} and ${from.length - 1} more`),
  ).toEqual([]);
});

test('nothing is fetched from anybody else', () => {
  const wrong = pages.filter(({ html }) =>
    /<(script|img|iframe|source|video|audio)[^>]* src="(https?:)?\/\//.test(html),
  );
  expect(wrong.map(({ url }) => url)).toEqual([]);
});

test('what stands inside a page is what its policy allows', async () => {
  const headersOf = await readHeaderRules(site);
  let inside = 0;
  const wrong = pages.flatMap(({ url, html }) => {
    const [, policy = ''] = headersOf(url).find(([name]) => name === 'Content-Security-Policy') ?? [];
    const texts = [
      ...html.matchAll(/<(script|style)(?![^>]* (?:src|type="application\/[^"]*json)=?)[^>]*>([^]*?)<\/\1>/g),
    ];
    inside += texts.length;
    return texts
      .filter(([, kind, text]) => {
        const hash = createHash('sha256').update(text!).digest('base64');
        return !policy.match(`${kind}-src[^;]*`)?.[0].includes(`'sha256-${hash}'`);
      })
      .map(([text]) => `${url} ${text.slice(0, 80)}`);
  });
  expect(inside).toBeGreaterThan(pages.length);
  expect(wrong).toEqual([]);
});

test('every page can be read without JavaScript', () => {
  const wrong = pages.filter(isReading).filter(({ html }) => {
    const text = (first(html, /<main[^>]*>([\s\S]*)<\/main>/) ?? '').replace(/<[^>]+>/g, ' ');
    return text.split(/\s+/).length < 10;
  });
  expect(wrong.map(({ url }) => url)).toEqual([]);
});

function leads(href: string, from: string): boolean {
  const target = new URL(href, `http://site${from}`);
  if (target.hostname !== 'site' || !target.protocol.startsWith('http')) return true;
  const page = byUrl.get(target.pathname);
  if (!page) return existsSync(join(site, target.pathname)) && !target.pathname.endsWith('/');
  const fragment = decodeURIComponent(target.hash.slice(1));
  return !fragment || page.html.includes(` id="${fragment}"`);
}
