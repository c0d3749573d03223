import type { Form, Question } from '../../schemas/form.ts';
import type { Locale } from '../../schemas/vocabulary.ts';
import type { PageForm, PageQuestion } from './model.ts';

/** A form without its words, for the island. Runs while pages are built. */
export function pageForm({ key, version, steps }: Form): PageForm {
  return {
    part: key,
    version,
    steps: steps.map((step) => ({ key: step.key, questions: step.questions.map(pageQuestion) })),
  };
}

function pageQuestion(asked: Question): PageQuestion {
  const { key, kind, required, min, max, options, when, programmes, wants, questions } = asked;
  return {
    ...{ key, kind, required, min, max, when, programmes, wants: wants?.rule, otherwise: wants?.otherwise },
    options: options?.map(({ value }) => value),
    questions: questions?.map(pageQuestion),
  };
}

/** A form's words in one language, by the names the island says them with. */
export function formWords({ steps }: Form, lang: Locale): Record<string, string> {
  const words: Record<string, string> = {};
  for (const step of steps) {
    words[`step.${step.key}`] = step.title[lang];
    for (const question of step.questions) Object.assign(words, questionWords(question, 'ask', lang));
  }
  return words;
}

function questionWords(asked: Question, under: string, lang: Locale): Record<string, string> {
  const { key, label, help, row, add, wants, options = [], questions = [] } = asked;
  const name = `${under}.${key}`;
  const words: Record<string, string> = { [name]: label[lang] };
  if (help) words[`${name}.help`] = help[lang];
  if (wants?.why) words[`${name}.why`] = wants.why[lang];
  if (row) words[`${name}.row`] = row[lang];
  if (add) words[`${name}.add`] = add[lang];
  for (const option of options) {
    words[`${name}.${option.value}`] = option.label[lang];
    if (option.help) words[`${name}.${option.value}.help`] = option.help[lang];
  }
  for (const one of questions) Object.assign(words, questionWords(one, name, lang));
  return words;
}
