import { importFields } from './fields.ts';
import type { Mapping } from './mapping.ts';
import { headerOf } from './problems.ts';
import type { Problem } from './rows.ts';

/** Says a sentence of `imports.json`; `has` asks first. */
export interface SayImport {
  (key: string, params?: Record<string, string | number>): string;
  has: (key: string) => boolean;
}

/** A problem in words: in which column, what is wrong, and what helps. Nothing of the cell is repeated. */
export function problemWords(say: SayImport, mapping: Mapping, { field, problem, other }: Problem) {
  const specific = `imports.help.${problem}.${field}`;
  const known = importFields.find((name) => name === field);
  return {
    column: headerOf(mapping, field) ?? say(known ? `imports.field.${known}` : 'imports.field.row'),
    what: say(`imports.problem.${problem}`, other === undefined ? {} : { other }),
    help: say(say.has(specific) ? specific : `imports.help.${problem}`),
  };
}
