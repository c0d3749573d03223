import { formWords } from '../../features/applications/page-form.ts';
import { islandWords } from '../../i18n/island-words.ts';
import type { Form } from '../../schemas/form.ts';
import type { Locale } from '../../schemas/vocabulary.ts';

/** Of the large dictionaries, what is said while one applies. The rest would be a third of the page. */
const said =
  /^(appl|form\.|people\.(level|language|town|signed-out)|refusal\.(application_(unknown|not_open|changed|answers|message)|one_living|answers|programme|form|message|time_|in_|sign_in|session|offline|something|input|too_))/;

function only(all: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(all).filter(([key]) => said.test(key)));
}

/** Everything a form's page says, the file's own questions among it. */
export function applyWords(form: Form, lang: Locale): Record<string, string> {
  return { ...only(islandWords(lang, 'apply', 'people', 'form', 'refusal')), ...formWords(form, lang) };
}

/** Everything the page of my applications says. */
export const applicationsWords = (lang: Locale): Record<string, string> =>
  only(islandWords(lang, 'applications', 'form', 'refusal'));

/** The few words My page says of applications. */
export function standingWords(lang: Locale): Record<string, string> {
  const all = Object.entries(islandWords(lang, 'applications'));
  return Object.fromEntries(all.filter(([key]) => /^applications\.(as|status)\./.test(key)));
}
