/** Makes the people of a programme: who they are, what they speak and what they wrote. */
import { interests, topics, type Locale, type Topic } from '../../src/schemas/vocabulary.ts';
import { menteeAbout, mentorAbout, type Self } from './about.ts';
import { dice as throwing, type Dice } from './random.ts';
import { howWell, speech, type Spoken } from './speech.ts';
import type { Town } from './towns.ts';
import { away, here, trade } from './words.ts';
import { sure } from './sure.ts';

/** Somebody with her place in a programme; `row` is that place without standing and times. */
export interface Resident {
  id: string;
  name: string;
  /** Where her mails go: `.example` is nobody's domain. */
  address: string;
  gender: string;
  locale: Locale;
  contact: 'mail' | 'platform';
  part: 'mentor' | 'mentee';
  town: Town;
  self: Self;
  row: { person: string; programme: string; region: string; capacity?: number } & Record<string, unknown>;
}

/** Places by key; "Helsingfors (Helsinki)" is called "Helsingfors" in a sentence. */
export type Places = Map<string, { label: string; region: string }>;

/** A mentor or a mentee of a town. `year` is the present one. */
export function makeResident(
  dice: Dice,
  town: Town,
  part: 'mentor' | 'mentee',
  places: Places,
  year: number,
): Resident {
  const young = part === 'mentee' && town.mentees_are.startsWith('young');
  const migrated = dice.chance(part === 'mentor' ? 0.35 : young ? 0.5 : 1);
  const local = sure(here[town.home]);
  const origin = migrated ? dice.pick(away) : local;
  const woman = dice.chance(shareOfWomen(town, part));
  const languages = speech(dice, town, part, origin.languages);
  const locale = writesIn(dice, town, part, languages);
  const key = dice.pick(
    Object.entries(town.places).flatMap(([place, weight]) => Array<string>(weight).fill(place)),
  );
  const place = sure(places.get(key));
  const years = dice.int(2, part === 'mentor' ? 30 : town.mentees_are === 'students' ? 4 : 16);
  const self: Self = {
    locale,
    code: dice.pickEarly(town.trades),
    domain: dice.int(0, 2),
    city: migrated ? dice.pick(origin.cities) : place.label,
    place: place.label,
    years,
    age: dice.int(16, 27),
    year: year - years,
    moved: year - (part === 'mentor' ? dice.int(6, 24) : dice.int(1, 5)),
    migrated,
  };
  const id = dice.uuid();
  const name = dice.pick(woman ? origin.women : origin.men);
  return {
    id,
    name,
    address: `${plain(name)}.${id.slice(0, 6)}@demo.example`,
    gender: dice.chance(0.07) ? 'undisclosed' : woman ? 'woman' : 'man',
    locale,
    contact: dice.chance(0.6) ? 'mail' : 'platform',
    part,
    town,
    self,
    row: {
      person: id,
      programme: town.programme,
      field: self.code,
      specialism: specialism(dice, self),
      languages,
      formats: town.online?.includes(key) ? ['online'] : formats(dice, town),
      place: key,
      region: place.region,
      ...likings(throwing(Number.parseInt(id.slice(0, 8), 16)), town, part),
      ...(part === 'mentor' ? mentorRow(dice, town, self) : menteeRow(dice, town, self, young)),
    },
  };
}

function mentorRow(dice: Dice, town: Town, self: Self) {
  const offers = inOrder(dice.some(topics, dice.int(3, 7)));
  return {
    hours: dice.pick([2, 2, 3, 4, 4, 5, 6, 8]),
    offers,
    capacity: Math.min(dice.pick([1, 1, 1, 2, 2, 3]), town.capacity),
    migrated: dice.chance(0.1) ? null : self.migrated,
    about: mentorAbout(dice, self, offers),
  };
}

/**
 * What she likes to do, where the programme asks, though not everybody says; and of some mentees the wish for their mother
 * tongue. By dice of her own, so that nothing else of the town hangs on it.
 */
function likings(dice: Dice, { programme }: Town, part: 'mentor' | 'mentee') {
  const asked = ['women-network', 'settle-in', 'supportive-adult'].includes(programme) && dice.chance(0.85);
  const chosen = dice.some(interests, asked ? dice.int(2, 5) : 0);
  return {
    interests: interests.filter((interest) => chosen.includes(interest)),
    ...(part === 'mentee' && { prefers_tongue: dice.chance(0.12) ? 'own' : 'any' }),
  };
}

function menteeRow(dice: Dice, town: Town, self: Self, young: boolean) {
  const goals = inOrder(dice.some(topics, dice.int(1, 4)));
  const asksGender = ['women-network', 'settle-in', 'supportive-adult'].includes(town.programme);
  return {
    hours: dice.pick([2, 3, 4, 4, 5, 6]),
    goals,
    prefers: dice.pick(['any', 'any', 'any', 'migrated', 'local']),
    prefers_gender: asksGender && dice.chance(0.3) ? 'woman' : 'any',
    about: menteeAbout(dice, self, goals, young),
  };
}

const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase() || 'person';
const inOrder = (chosen: Topic[]) => topics.filter((topic) => chosen.includes(topic));

/** She writes in the country's language when she can, and otherwise mostly in English. */
function writesIn(dice: Dice, town: Town, part: 'mentor' | 'mentee', languages: Spoken[]): Locale {
  const atHome = howWell(languages, town.home);
  const english = howWell(languages, 'en');
  if (atHome === 6) return town.locale;
  return english < 2 || (atHome >= (part === 'mentor' ? 4 : 2) && dice.chance(0.6)) ? town.locale : 'en';
}

function shareOfWomen(town: Town, part: 'mentor' | 'mentee'): number {
  if (!town.mentees_are.endsWith('women')) return part === 'mentor' ? 0.55 : 0.6;
  return part === 'mentor' ? 0.85 : 1;
}

/** In some programmes meeting in person is the idea. */
function formats(dice: Dice, town: Town): string[] {
  const online = ['highly-skilled', 'women-network', 'settle-in'].includes(town.programme);
  return online && dice.chance(0.65) ? ['in-person', 'online'] : ['in-person'];
}

function specialism(dice: Dice, self: Self): string | null {
  const words = sure(trade(self.code, self.locale).domains[self.domain]);
  return dice.chance(0.75) ? words.charAt(0).toUpperCase() + words.slice(1) : null;
}
