import { expect, test } from 'vitest';
import { readable } from './fallback.ts';

const entries = [{ id: 'en/about' }, { id: 'nb/about' }, { id: 'en/contact' }];

test('a reader gets her own language, else English, and is told which languages exist', () => {
  expect(readable(entries, 'nb')).toEqual([
    { slug: 'about', entry: { id: 'nb/about' }, textLang: 'nb', languages: ['en', 'nb'] },
    { slug: 'contact', entry: { id: 'en/contact' }, textLang: 'en', languages: ['en'] },
  ]);
});

test('a text that English lacks fails the build and says what to write', () => {
  expect(() => readable([{ id: 'da/kun-dansk' }], 'sv')).toThrow('write en/kun-dansk');
});
