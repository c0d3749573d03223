import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fillMail, type RenderedMail } from './render-mail.ts';

const folder = join(import.meta.dirname, '../src/content/mails');

/**
 * Renders a mail of the product in a language.
 * @param kind file name without ending, such as `sign-in-code`
 * @param always parameters a mail may use and need not, such as `name` and `site`
 * @throws where the words are missing or do not fit the parameters; the message names the file
 */
export async function renderMail(
  kind: string,
  locale: string,
  params: Record<string, string | number>,
  always: Record<string, string> = {},
): Promise<RenderedMail> {
  if (!/^[a-z0-9_-]+$/.test(kind) || !/^[a-z]{2}$/.test(locale))
    throw new Error(`No mail is called ${locale}/${kind}.`);
  const file = `src/content/mails/${locale}/${kind}.md`;
  const source = await readFile(join(folder, locale, `${kind}.md`), 'utf8').catch(() => {
    throw new Error(`${file} is missing.`);
  });
  return fillMail(source, file, params, always);
}
