import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fillMail } from '../../server/render-mail.ts';
import { locales } from '../../src/schemas/vocabulary.ts';

const root = join(import.meta.dirname, '../..');
const schemas = join(root, 'supabase/schemas');
const folder = (locale: string) => join(root, 'src/content/mails', locale);
const wordsOf = (locale: string, kind: string) => readFileSync(join(folder(locale), `${kind}.md`), 'utf8');

/** The text of every call of `queue_mail`, from its first bracket to the one that closes it. */
const calls = readdirSync(schemas).flatMap((file) => {
  const sql = readFileSync(join(schemas, file), 'utf8');
  return [...sql.matchAll(/perform private\.queue_mail\(|select private\.queue_mail\(/g)].map((start) => {
    let depth = 1;
    let end = start.index + start[0].length;
    for (; depth > 0; end++) depth += sql[end] === '(' ? 1 : sql[end] === ')' ? -1 : 0;
    return sql.slice(start.index, end);
  });
});

/** Kinds are quoted and hyphenated, keys of mails hold a colon; parameters are the names in `jsonb_build_object`. */
const kinds = new Map(
  calls.flatMap((call) => {
    const params = [...call.matchAll(/'([a-z]+)',/g)].map(([, name]) => name!);
    return [...call.matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)].map(([, kind]) => [kind!, params] as const);
  }),
);

test('the database mails', () => {
  expect(calls.length).toBeGreaterThan(20);
  expect(kinds.size).toBeGreaterThan(20);
});

describe.each(locales)('mails in %s', (locale) => {
  test('there are words for what is mailed, and for nothing else', () => {
    const files = readdirSync(folder(locale)).map((name) => name.replace(/\.md$/, ''));
    // The sign-in code is mailed by the server, not by the database.
    expect(files.sort()).toEqual([...kinds.keys(), 'sign-in-code'].sort());
  });

  test.each([...kinds])('%s says what it is given, where to go, and no more', (kind, params) => {
    const given = Object.fromEntries(params.map((name) => [name, `(${name})`]));
    const { subject, text } = fillMail(wordsOf(locale, kind), `${locale}/${kind}.md`, given, {
      link: '(link)',
      site: '(site)',
    });
    // Whoever asked without an account has no page of her own.
    expect(text).toContain(kind === 'enquiry-answered' ? '(site)' : '(link)');
    expect(subject).not.toContain('(');
    const length = text.split(/\s+/).filter(Boolean).length;
    expect(length).toBeGreaterThanOrEqual(40);
    expect(length).toBeLessThanOrEqual(110);
  });

  test('a paragraph about nobody is left out', () => {
    const { text } = fillMail(
      wordsOf(locale, 'request-expired'),
      'x',
      { name: 'Kari', next: '' },
      { link: 'y' },
    );
    expect(text).not.toMatch(/\s[.,]/);
    expect(text.split('\n\n')).toHaveLength(6);
  });
});
