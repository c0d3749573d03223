/**
 * The fit once more, in plain TypeScript from its description: what `36_fit.sql` must agree with on any data.
 * Nothing here is clever; it scores everybody and sorts.
 */
import { levels, spokenLanguages } from '../../src/schemas/vocabulary.ts';
import type { MenteeRow, MentorRow } from './cast.ts';
import type { Rules } from './cast-programmes.ts';

export interface Field {
  code: string;
  generalist: boolean;
  neighbours: string[];
}

/** A mentor as the directory knows her. */
export interface Candidate extends MentorRow {
  person: string;
  free: number;
  paused: boolean;
  /** 0–100: how much is on her, and how she has answered. */
  busy: number;
  answers: number;
}

export interface Ranked {
  person: string;
  score: number;
}

const level = (name: string | undefined) => levels.findIndex((known) => known === name) + 1;
const regionOf = (place: string) => place.split('-').slice(0, 2).join('-');
const percent = (part: number, whole: number) => Math.floor((100 * part) / whole);

/** The lower of two levels in every language two people share, best first. */
export function commonLanguages(a: MentorRow['languages'], b: MentorRow['languages']) {
  return a
    .flatMap(({ language, level: mine }) => {
      const theirs = b.find((spoken) => spoken.language === language);
      return theirs ? [{ language, level: Math.min(level(mine), level(theirs.level)) }] : [];
    })
    .sort((x, y) => y.level - x.level || at(y.language) - at(x.language));
}
const at = (language: string) => spokenLanguages.findIndex((known) => known === language);

export function nearness(mine: Field, theirs: Field): number {
  if (mine.code === theirs.code) return 100;
  const neighbours = mine.neighbours.includes(theirs.code) || theirs.neighbours.includes(mine.code);
  if (neighbours || mine.code.slice(0, 3) === theirs.code.slice(0, 3)) return 75;
  return theirs.generalist || mine.code.slice(0, 2) === theirs.code.slice(0, 2) ? 50 : 0;
}

/** May these two meet at all? */
function possible(mentee: MenteeRow, mentor: Candidate, rules: Rules): boolean {
  const threshold = rules.language ? level(rules.language.level) : level('A2');
  const counts = (language: string) => !rules.language || rules.language.any_of.includes(language);
  const canTalk = commonLanguages(mentee.languages, mentor.languages).some(
    (common) => counts(common.language) && common.level >= threshold,
  );
  return canTalk && mentor.free > 0 && !mentor.paused && placeShare(mentee, mentor) > 0;
}

function placeShare(mentee: MenteeRow, mentor: MentorRow): number {
  const both = (format: string) => mentee.formats.includes(format) && mentor.formats.includes(format);
  if (both('in-person') && mentee.place === mentor.place) return 100;
  if (both('in-person') && regionOf(mentee.place) === regionOf(mentor.place)) return 80;
  return both('online') ? 60 : 0;
}

const native = ({ languages }: Pick<MentorRow, 'languages'>) =>
  languages.filter((spoken) => spoken.level === 'N').map(({ language }) => language);

/** Two things both like are enough; where one has not said, half. */
function interestsShare(mentee: MenteeRow, mentor: MentorRow): number {
  if (mentee.interests.length === 0 || mentor.interests.length === 0) return 50;
  const shared = mentee.interests.filter((one) => mentor.interests.includes(one)).length;
  return Math.min(100, percent(shared, Math.min(2, mentee.interests.length)));
}

function preferenceShare(mentee: MenteeRow, mentor: MentorRow, rules: Rules): number {
  const gender = rules.matching.ask_gender_preference ? mentee.prefers_gender : 'any';
  const migrated =
    mentor.migrated === null ? 50 : mentor.migrated === (mentee.prefers === 'migrated') ? 100 : 0;
  const others =
    ((mentee.prefers === 'any' ? 100 : migrated) + (gender === 'any' || mentor.gender === gender ? 100 : 0)) /
    2;
  // Whoever names no mother tongue wishes for nothing that could be met.
  if (mentee.prefers_tongue === 'any' || native(mentee).length === 0) return Math.floor(others);
  const shares = native(mentee).some((language) => native(mentor).includes(language));
  return Math.floor((others + (shares ? 100 : 0)) / 2);
}

/** Everybody a mentee may ask, best first; ties by id. */
export function ranking(
  mentee: MenteeRow,
  mentors: Candidate[],
  rules: Rules,
  fields: Map<string, Field>,
): Ranked[] {
  const w = rules.weights;
  return mentors
    .filter((mentor) => possible(mentee, mentor, rules))
    .map((mentor) => {
      const [best] = commonLanguages(mentee.languages, mentor.languages);
      const helped = mentee.goals.filter((goal) => mentor.offers.includes(goal)).length;
      const score =
        w.field * nearness(fields.get(mentee.field)!, fields.get(mentor.field)!) +
        w.goals * percent(helped, mentee.goals.length) +
        w.language * [0, 10, 25, 50, 75, 90, 100, 100][best!.level]! +
        w.place * placeShare(mentee, mentor) +
        w.time * Math.min(100, percent(mentor.hours, mentee.hours)) +
        w.preference * preferenceShare(mentee, mentor, rules) +
        w.answers * mentor.answers +
        w.load * (100 - mentor.busy) +
        (w.interests ?? 0) * interestsShare(mentee, mentor);
      return { person: mentor.person, score };
    })
    .sort((x, y) => y.score - x.score || (x.person < y.person ? -1 : 1));
}
