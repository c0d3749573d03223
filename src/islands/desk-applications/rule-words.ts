import type { Application, RuleUnmet } from '../../features/applications/desk-model.ts';
import type { AnswerNames } from '../../features/applications/answers.ts';
import { list } from '../../i18n/format.ts';
import type { Key, Say } from '../../ui/words.tsx';

/** The rule's own name, or its key if nobody has written words for it. */
export function ruleName(say: Say, rule: string): string {
  const key = `application-desk.rule.${rule}`;
  return say.has(key) ? say(key) : rule;
}

/** What the programme asks for by this rule, as a sentence; empty for a rule without words. */
export function needWords(say: Say, { rule, need }: RuleUnmet, names: AnswerNames): string {
  const { from, to, level, any_of, areas, online_anywhere } = (need ?? {}) as Needed;
  const variant =
    rule === 'age'
      ? from && to
        ? '.span'
        : from
          ? '.from'
          : '.to'
      : rule === 'area' && online_anywhere
        ? '.online'
        : typeof need === 'string'
          ? `.${need}`
          : '';
  const key = `application-desk.need.${rule}${variant}`;
  if (!say.has(key)) return '';
  return say(key as Key, {
    from: String(from ?? ''),
    to: String(to ?? ''),
    languages: list(
      say.lang,
      (any_of ?? []).map((code) => names.language(code, level ?? '')),
      'disjunction',
    ),
    regions: list(say.lang, (areas ?? []).map(names.place)),
  });
}
interface Needed {
  from?: number | null;
  to?: number | null;
  level?: string;
  any_of?: string[];
  areas?: string[];
  online_anywhere?: boolean;
}

/** What she answered, in the words of her own form where it has them. */
export function haveWords(say: Say, one: Application, { rule, have }: RuleUnmet, names: AnswerNames): string {
  const option = (question: string) =>
    one.definition.steps
      .flatMap(({ questions }) => questions)
      .find(({ key }) => key === question)
      ?.options?.find(({ value }) => value === have)?.label[say.lang];
  const spoken = (have ?? []) as { language: string; level: string }[];
  const words: Record<string, () => string | undefined> = {
    gender: () => option('gender'),
    status: () => option('came_as'),
    age: () => say('application-desk.years', { count: Number(have) }),
    education: () => names.word('level', String(have)),
    language: () => spoken.map(({ language, level }) => names.language(language, level)).join(', '),
    area: () => names.place(String(have)),
    commitment: () => names.yesNo(have === true),
  };
  return words[rule]?.() ?? String(have);
}
