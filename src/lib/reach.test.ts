import { expect, test } from 'vitest';
import { contactHref, piecesOf } from './reach.ts';

const marked = (text: string) =>
  piecesOf(text)
    .map((piece) => (piece.href ? `[${piece.text}](${piece.href})` : piece.text))
    .join('');
const page = 'https://example.org/a?b=1#c';

test.each([
  ['Nothing to press here: www, @ and http:// alone', 'Nothing to press here: www, @ and http:// alone'],
  [`See ${page}.`, `See [${page}](${page}).`],
  [`(${page})\nor not`, `([${page}](${page}))\nor not`],
  ['https://example.org/a_(b)', '[https://example.org/a_(b)](https://example.org/a_(b))'],
  ['Write to ask@example.org!', 'Write to [ask@example.org](mailto:ask@example.org)!'],
  [
    'javascript:alert(1) data:text/html,x ftp://example.org',
    'javascript:alert(1) data:text/html,x ftp://example.org',
  ],
  ['<https://example.org>"', '<[https://example.org](https://example.org)>"'],
])('the addresses of “%s” are links', (text, expected) => {
  expect(marked(text)).toBe(expected);
  expect(
    piecesOf(text)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text);
});

test('a contact is called or written to', () => {
  expect(contactHref('+47 900 00 000')).toBe('tel:+4790000000');
  expect(contactHref('ask@example.org')).toBe('mailto:ask@example.org');
});
