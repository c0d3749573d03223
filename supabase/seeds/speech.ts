/** Which languages somebody speaks, and how well. */
import { levels, type LanguageUse, type Level } from '../../src/schemas/vocabulary.ts';
import type { Dice } from './random.ts';
import type { Town } from './towns.ts';

export interface Spoken {
  language: string;
  level: Level;
  use?: LanguageUse[];
}

/** How well, as a number: 0 is A1, 6 a mother tongue; -1 is not at all. */
export const howWell = (spoken: Spoken[], language: string) =>
  levels.indexOf(spoken.find((s) => s.language === language)?.level ?? ('' as Level));

const between = (dice: Dice, from: Level, to: Level) =>
  levels[dice.int(levels.indexOf(from), levels.indexOf(to))] as Level;

/** Mother tongue first; those who have moved speak the country's language at the level of a mentor or a mentee. */
export function speech(dice: Dice, town: Town, part: 'mentor' | 'mentee', tongues: string[]): Spoken[] {
  const [mother = 'en', second] = tongues;
  const spoken: Spoken[] = [{ language: mother, level: 'N' }];
  const add = (language: string, level: Level) => {
    if (!spoken.some((s) => s.language === language)) spoken.push({ language, level });
  };
  const academic = ['highly-skilled', 'company', 'international-students'].includes(town.programme);
  if (second) add(second, between(dice, 'C1', 'C2'));
  add(town.home, part === 'mentor' ? between(dice, 'B2', 'C2') : between(dice, 'A2', 'B2'));
  if (academic || dice.chance(0.8))
    add(
      'en',
      part === 'mentor'
        ? between(dice, 'B2', 'C2')
        : between(dice, academic ? 'B1' : 'A1', academic ? 'C2' : 'B2'),
    );
  if (dice.chance(0.25)) add(dice.pick(['de', 'fr', 'es', 'ru', 'it', 'fi']), between(dice, 'A2', 'B2'));
  return spoken.map((one) => ({ ...one, ...used(one, town, part) }));
}

/** Mentees practise the country's language until they work in it; a mentor who has learned it says that it can be done. */
function used({ language, level }: Spoken, town: Town, part: 'mentor' | 'mentee'): Pick<Spoken, 'use'> {
  const well = levels.indexOf(level) >= levels.indexOf('B2');
  if (level === 'N' || (language !== town.home && (part === 'mentor' || !well))) return {};
  return { use: [well ? 'work' : 'practise'] };
}
