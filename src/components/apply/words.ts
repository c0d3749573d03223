import { formWords } from '../../features/applications/page-form.ts';
import { islandWords } from '../../i18n/island-words.ts';
import type { Form } from '../../schemas/form.ts';
import type { Locale } from '../../schemas/vocabulary.ts';

/** Of the large dictionaries, what is said while one applies. The rest would be a third of the page. */
const said =
  /^(appl|round\.|form\.|people\.(level|language|use|town|signed-out)|refusal\.(application_(unknown|not_open|changed|answers|message|taken)|round_|reminder_|fits_|place_is|preparation_unknown|one_living|answers|programme|form|message|time_|in_|sign_in|session|offline|something|input|too_))/;

function only(all: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(all).filter(([key]) => said.test(key)));
}

/** Everything a form's page says, the file's own questions among it. */
export function applyWords(form: Form, lang: Locale): Record<string, string> {
  return {
    ...only(islandWords(lang, 'apply', 'round', 'people', 'form', 'refusal')),
    ...formWords(form, lang),
  };
}

/** Everything the page of my applications says. */
export function applicationsWords(lang: Locale): Record<string, string> {
  const onwards = Object.entries(islandWords(lang, 'apply')).filter(([key]) =>
    /^apply\.(read\.|later|unmet\.(elsewhere|read|contact)$)/.test(key),
  );
  return {
    ...only(islandWords(lang, 'applications', 'round', 'form', 'refusal')),
    ...Object.fromEntries(onwards),
  };
}

/** The few words My page says of applications. */
export function standingWords(lang: Locale): Record<string, string> {
  const all = Object.entries(islandWords(lang, 'applications'));
  return Object.fromEntries(all.filter(([key]) => /^applications\.(as|status)\./.test(key)));
}

/** The same for whoever fills it in with somebody: where the words speak to the person, the coordinator has her own. */
export function assistWords(form: Form, lang: Locale): Record<string, string> {
  const own = islandWords(lang, 'assist');
  const refusals = islandWords(lang, 'refusal');
  const words = { ...refusals, ...applyWords(form, lang), ...own, ...deskWords(lang) };
  for (const key of Object.keys(words)) words[key] = own[`assist.own.${key}`] ?? words[key] ?? '';
  return words;
}

/** What is said to those who work at no desk. */
function deskWords(lang: Locale): Record<string, string> {
  const all = Object.entries(islandWords(lang, 'desk'));
  return Object.fromEntries(all.filter(([key]) => /^desk\.(not-yours|my-page|contact)/.test(key)));
}
