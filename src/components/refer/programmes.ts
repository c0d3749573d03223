import { t } from '../../i18n/t.ts';
import type { PageProgramme } from '../../features/applications/model.ts';
import type { Locale } from '../../schemas/vocabulary.ts';
import { programmesToApplyFor } from '../apply/programmes.ts';

/** What a partner's page knows of a programme: what it is called, for whom, and the rules it has, in words. */
interface ReferProgramme {
  title: string;
  forWhom: string;
  rules: string[];
}
export interface ReferProgrammes {
  programmes: Record<string, ReferProgramme>;
  /** `refer.rule.<programme>.<rule>`: what is asked for, as it is read aloud. */
  words: Record<string, string>;
}

/** The programmes as a partner reads them: the same rules as where one applies. */
export async function programmesToReferTo(lang: Locale): Promise<ReferProgrammes> {
  const all = await programmesToApplyFor(lang, 'mentee');
  return {
    programmes: Object.fromEntries(
      all.map(({ key, title, forWhom, asks }) => [
        key,
        { title, forWhom, rules: asks.map(({ rule }) => rule) },
      ]),
    ),
    words: Object.fromEntries(all.flatMap((programme) => rulesOf(programme, lang))),
  };
}

const rulesOf = ({ key, asks }: PageProgramme, lang: Locale): [string, string][] =>
  asks.map(({ rule, text }) => [`refer.rule.${key}.${rule}`, `${ruleName(rule, lang)}: ${text}`]);

/** What a rule is about, in a word or two; said of anybody. */
function ruleName(rule: string, lang: Locale): string {
  if (rule === 'area') return t(lang, 'programme')('place');
  if (rule === 'status') return t(lang, 'refer')('refer.situation');
  return t(lang, 'apply')(`apply.rule.${rule}` as 'apply.rule.age');
}

const rules = ['area', 'gender', 'age', 'status', 'education', 'language', 'commitment'];

/** The names of all rules, by `refer.rule.<rule>`. */
export const ruleNames = (lang: Locale): Record<string, string> =>
  Object.fromEntries(rules.map((rule) => [`refer.rule.${rule}`, ruleName(rule, lang)]));
