/** Texts as people write them about themselves: a few sentences from many, in an order of their own. */
import type { Locale, Topic } from '../../src/schemas/vocabulary.ts';
import type { Dice } from './random.ts';
import { say, sentences, trade } from './words.ts';

/** What a text is about. */
export interface Self {
  locale: Locale;
  code: string;
  domain: number;
  city: string;
  place: string;
  years: number;
  age: number;
  year: number;
  moved: number;
  migrated: boolean;
}

const values = ({ migrated: _, ...self }: Self) => {
  const { title, domains } = trade(self.code, self.locale);
  return { ...self, title, domain: domains[self.domain] ?? title };
};

/** A mentor's text. */
export function mentorAbout(dice: Dice, self: Self, offers: Topic[]): string {
  const words = sentences[self.locale].mentor;
  const told = dice.some(offers, dice.int(1, 2)).map((topic) => dice.pick(words.offers[topic]));
  const story = dice.pick(self.migrated ? words.migrated : words.local);
  const middle = dice.chance(0.5) ? [story, ...told] : [...told, story];
  const parts = [dice.pick(words.opening), ...middle, ...dice.some(words.closing, dice.int(0, 2))];
  return parts.map((part) => say(part, values(self))).join(' ');
}

/** A mentee's text; the young have other things to tell. */
export function menteeAbout(dice: Dice, self: Self, goals: Topic[], young: boolean): string {
  const { mentee, young: youngWords } = sentences[self.locale];
  const words = young && youngWords ? youngWords : mentee;
  const wishes = dice.some(goals, dice.int(1, 2)).map((topic) => dice.pick(mentee.goals[topic]));
  const parts = [dice.pick(words.opening)];
  parts.push(...(dice.chance(0.8) ? [dice.pick(words.now)] : []), ...wishes);
  parts.push(...dice.some(words.closing, dice.int(0, 2)));
  return parts.map((part) => say(part, values(self))).join(' ');
}
