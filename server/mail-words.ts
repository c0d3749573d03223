import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mailFile, type WordsOf } from './deliver.ts';
import { mailValues } from './mail-values.ts';
import { fillMail, type RenderedMail } from './render-mail.ts';

/** Reads a mail's words from the repository. @throws where there are none; the message names the file */
export const readWords: WordsOf = async (locale, kind) => {
  if (!/^[a-z0-9-]+$/.test(kind) || !/^[a-z]{2}$/.test(locale))
    throw new Error(`No mail is called ${locale}/${kind}.`);
  const file = mailFile(locale, kind);
  return readFile(join(import.meta.dirname, '..', file), 'utf8').catch(() => {
    throw new Error(`${file} is missing.`);
  });
};

/**
 * Renders a mail of the product in a language.
 * @param kind file name without ending, such as `sign-in-code`
 * @param params as the database queued them
 * @throws where the words are missing or do not fit the parameters; the message names the file
 */
export async function renderMail(
  kind: string,
  locale: string,
  params: Record<string, unknown>,
  always: Record<string, string> = {},
): Promise<RenderedMail> {
  return fillMail(await readWords(locale, kind), mailFile(locale, kind), mailValues(locale, params), always);
}
