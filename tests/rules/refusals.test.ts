import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { locales } from '../../src/schemas/vocabulary.ts';

const schemas = new URL('../../supabase/schemas/', import.meta.url);
const sql = readdirSync(schemas)
  .map((file) => readFileSync(new URL(file, schemas), 'utf8').replace(/--.*$/gm, ''))
  .join('\n');

const found = (pattern: RegExp) => [...sql.matchAll(pattern)].map((match) => match[1] ?? '');

/** Everything the database can say no with: keys it raises, and rules of its tables by name. */
const keys = [
  ...new Set([
    ...found(/refuse\('(\w+)'\)/g),
    ...found(/\bconstraint (\w+)\s+(?:check|unique)/g),
    ...found(/\bcreate unique index (\w+)/g),
  ]),
].sort();

test.each(locales)('every refusal of the database has words in “%s”', (locale) => {
  const file = new URL(`../../src/i18n/${locale}/refusal.json`, import.meta.url);
  const words = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  const wordless = keys.filter((key) => !words[`refusal.${key}`] && !words[`refusal.${key}.other`]);
  expect(wordless, `write refusal.<key> in src/i18n/${locale}/refusal.json`).toEqual([]);
});

test('the database says no with more than a few keys, so this test reads it right', () => {
  expect(keys.length).toBeGreaterThan(60);
  expect(keys).toContain('mentor_full');
  expect(keys).toContain('message_length');
});
