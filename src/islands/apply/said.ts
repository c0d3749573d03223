import {
  educationLevels,
  educationPlaces,
  recognitions,
  type Held,
  type Line,
  type PageQuestion,
  type Row,
  type Schooling,
} from '../../features/applications/model.ts';
import { isEmpty } from '../../features/applications/empty.ts';
import type { Choices } from '../../features/people/choices.ts';
import { countryName, languageName, list } from '../../i18n/format.ts';
import { spokenLanguages } from '../../schemas/vocabulary.ts';
import type { Key, Say } from '../../ui/words.tsx';
import { askKey } from './words.ts';

/** What has been answered, as the person would read it; empty where nothing has. */
export function saidWords(
  say: Say,
  choices: Choices,
  { key, kind, questions = [] }: PageQuestion,
  held: Held | undefined,
  under = '',
): string {
  if (held === undefined || isEmpty(held)) return '';
  const name = under ? `${under}.${key}` : key;
  const option = (value: string) => (say.has(askKey(name, value)) ? say(askKey(name, value)) : value);
  switch (kind) {
    case 'choice':
      return option(held as string);
    case 'choices':
      return (held as string[]).map(option).join('\n');
    case 'yes-no':
      return say(held === 'yes' ? 'apply.yes' : 'apply.no');
    case 'consent':
      return say('apply.yes');
    case 'place':
      return placeWords(choices, held as string);
    case 'field':
      return choices.fields.find(({ value }) => value === held)?.label ?? (held as string);
    case 'country':
      return countryName(say.lang, held as string);
    case 'languages':
      return (held as Line[]).map((line) => lineWords(say, line)).join('\n');
    case 'education':
      return schoolingWords(say, held as Schooling);
    case 'group':
      return (held as Row[]).map((row) => rowWords(say, choices, name, questions, row)).join('\n');
    case 'number':
      // In a line of a group a number alone would say nothing.
      return under ? `${say(askKey(name))}: ${(held as string).trim()}` : (held as string).trim();
    default:
      return (held as string).trim();
  }
}

/** “Stavanger, Rogaland”. */
function placeWords({ countries }: Choices, place: string): string {
  for (const { key, label, municipalities } of countries.flatMap(({ regions }) => regions)) {
    if (key === place) return label;
    const town = municipalities.find(([value]) => value === place)?.[1];
    if (town) return [...new Set([town, label])].join(', ');
  }
  return place;
}

/** “Nurses · Syria · Years: 4”. */
function rowWords(say: Say, choices: Choices, group: string, questions: PageQuestion[], row: Row): string {
  return questions
    .map((question) => saidWords(say, choices, question, row[question.key], group))
    .filter(Boolean)
    .join(' · ');
}

function lineWords(say: Say, { language, level, use = [] }: Line): string {
  const known = spokenLanguages.find((one) => one === language);
  const name = known ? languageName(say.lang, known) : language;
  const key = `people.level.${level}`;
  const level_ = [say.has(key) ? say(key) : level, ...use.map((one) => say(`people.use.${one}` as Key))];
  return [capital(name, say.lang), level_.filter(Boolean).join(' · ')].filter(Boolean).join(': ');
}

function schoolingWords(say: Say, { level, where, recognised }: Schooling): string {
  const known = educationLevels.find((one) => one === level);
  const place = educationPlaces.find((one) => one === where);
  const answer = recognitions.find((one) => one === recognised);
  const lines = [known && say(`apply.education.level.${known}`)];
  if (level !== 'none' && place) lines.push(say(`apply.education.where.${place}`));
  if (level !== 'none' && where !== 'here' && answer)
    lines.push(`${say('apply.education.recognised')} ${say(`apply.education.recognised.${answer}`)}`);
  return lines.filter(Boolean).join('\n');
}

const capital = (text: string, lang: string) => text.charAt(0).toLocaleUpperCase(lang) + text.slice(1);

/** “a, b and c”, of the lines of an answer. */
export const inOneLine = (say: Say, words: string) => list(say.lang, words.split('\n'));
