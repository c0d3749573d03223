import { expect, test } from 'vitest';
import { partOfBooklet } from './part-of-booklet.ts';

const part = (html: string) =>
  partOfBooklet(html, {
    slug: 'the-first-hour',
    inside: new Set(['/nb/handbook/ending-well/']),
    site: new URL('https://example.org'),
    onPage: (number) => `side ${number}`,
  });

test('headings go one level down, with anchors of their own', () => {
  expect(part('<h2 id="try-this">Prøv</h2>')).toBe('<h3 id="the-first-hour--try-this">Prøv</h3>');
});

test('a link to a heading of the same text leads to its anchor', () => {
  expect(part('<a href="#try-this">prøv</a>')).toBe('<a href="#the-first-hour--try-this">prøv</a>');
});

test('a link to a text of the same booklet leads to its page', () => {
  expect(part('<a href="/nb/handbook/ending-well/#thanks">avslutte</a>')).toBe(
    '<a href="#ending-well">avslutte</a> (side <span data-page-of="ending-well">00</span>)',
  );
});

test('a link to another page of the site says the whole address', () => {
  expect(part('<a href="/nb/tools/agreement/">avtalen</a>')).toBe(
    '<a class="site" href="https://example.org/nb/tools/agreement/">avtalen</a>',
  );
});

test('a link to somebody else stays as it is', () => {
  expect(part('<a href="https://www.nav.no/">Nav</a>')).toBe('<a href="https://www.nav.no/">Nav</a>');
});
