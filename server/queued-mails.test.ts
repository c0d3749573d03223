import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { locales } from '../src/schemas/vocabulary.ts';
import { renderMail } from './mail-words.ts';

const schemas = new URL('../supabase/schemas/', import.meta.url);

/** Every mail the database queues, with the names of its parameters, read from the calls themselves. */
function queued(): [kind: string, params: string[]][] {
  const sql = readdirSync(schemas).map((name) => readFileSync(new URL(name, schemas), 'utf8'));
  return sql.flatMap((text) =>
    text
      .split(/private\.queue_mail\((?=')/)
      .slice(1)
      .flatMap((rest) => {
        const call = wholeCall(rest);
        const params = [...call.matchAll(/'(\w+)',/g)].map(([, name = '']) => name);
        const kinds = [...call.matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)].map(([, kind = '']) => kind);
        return kinds.map((kind): [string, string[]] => [kind, params]);
      }),
  );
}

/** Up to the parenthesis that closes the call. */
function wholeCall(text: string): string {
  let open = 1;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') open++;
    if (text[at] === ')' && --open === 0) return text.slice(0, at);
  }
  return text;
}

test('the calls are found', () => expect(queued().length).toBeGreaterThan(20));

test.each(queued())(
  '%s has words in every language that use just what is queued: %j',
  async (kind, params) => {
    const moment = '2026-11-24T16:00:00+00:00';
    const values = Object.fromEntries(params.map((name) => [name, name === 'days' ? 7 : moment]));
    for (const locale of locales) {
      const mail = await renderMail(kind, locale, values, {
        link: 'https://example.org/my/',
        site: 'https://example.org/',
      });
      // Whoever asked without an account has no page of her own.
      expect(mail.text).toContain(`https://example.org/${kind === 'enquiry-answered' ? '' : 'my/'}`);
    }
  },
);
