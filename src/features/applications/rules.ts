import { isEmpty } from './empty.ts';
import type { PageStep, Typed } from './model.ts';
import type { Standing } from './rows.ts';

/** Questions whose answers a rule looks at. */
const readBy: Record<string, string[]> = {
  area: ['place', 'formats'],
  gender: ['gender'],
  age: ['birth_year'],
  education: ['education', 'student', 'job_ready'],
  status: ['came_as'],
  language: ['languages'],
  commitment: ['commitment'],
};

export const questionsOf = (rule: string): readonly string[] => readBy[rule] ?? [];

/** How a rule stands: it fits, it does not, nobody has answered yet, or a human has to ask. */
export type RuleState = 'met' | 'unmet' | 'open' | 'human';

export function stateOf(rule: string, standing: Standing | null, typed: Typed): RuleState {
  if (standing?.met.includes(rule)) return 'met';
  if (standing?.unmet.some((one) => one.rule === rule)) return 'unmet';
  const first = typed[questionsOf(rule)[0] ?? ''];
  return standing && first !== undefined && !isEmpty(first) && rule !== 'area' ? 'human' : 'open';
}

/** Rules that are not met and that a step asks about; all of them without a step. */
export function unmetIn(standing: Standing | null, step?: PageStep): string[] {
  const rules = (standing?.unmet ?? []).map(({ rule }) => rule);
  if (!step) return rules;
  return rules.filter((rule) => step.questions.some(({ key }) => questionsOf(rule).includes(key)));
}
