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

function pageQuestion({
  key,
  kind,
  required,
  min,
  max,
  options,
  when,
  programmes,
  wants,
}: Question): PageQuestion {
  const question = { key, kind, required, min, max, when, programmes, wants: wants?.rule };
  return { ...question, options: options?.map(({ value }) => value) };
}

/** A form's words in one language, by the names the island says them with. */
export function formWords({ steps }: Form, lang: Locale): Record<string, string> {
  const words: Record<string, string> = {};
  for (const step of steps) {
    words[`step.${step.key}`] = step.title[lang];
    for (const { key, label, help, options = [] } of step.questions) {
      words[`ask.${key}`] = label[lang];
      if (help) words[`ask.${key}.help`] = help[lang];
      for (const option of options) {
        words[`ask.${key}.${option.value}`] = option.label[lang];
        if (option.help) words[`ask.${key}.${option.value}.help`] = option.help[lang];
      }
    }
  }
  return words;
}
