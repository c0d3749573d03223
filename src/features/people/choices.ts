import { Refusal } from '../../lib/api/answer.ts';
import { path } from '../../lib/urls.ts';
import type { Format } from '../../schemas/vocabulary.ts';

/** What a profile form needs of a programme's rules and words. */
export interface ProgrammeChoice {
  key: string;
  title: string;
  regions: string[];
  online: boolean;
  formats: Format[];
  self: boolean;
  capacity: { from: number; to: number };
  asks_gender: boolean;
}
export interface Country {
  country: string;
  label: string;
  regions: { key: string; label: string; municipalities: [value: string, label: string][] }[];
}
/** Everything one can choose in a form, in one language. Built with the site, fetched once. */
export interface Choices {
  programmes: ProgrammeChoice[];
  fields: { value: string; label: string; words: string }[];
  countries: Country[];
}

/** @throws Refusal `offline` */
export async function readChoices(lang: string): Promise<Choices> {
  const response = await fetch(`${path(lang, 'my')}choices.json`).catch(() => null);
  if (!response?.ok) throw new Refusal('offline');
  return (await response.json()) as Choices;
}

/** A region's key: its own, or that of the municipality. */
export function regionOf(countries: readonly Country[], place: string): string {
  const regions = countries.flatMap((country) => country.regions);
  const holds = ({ key, municipalities }: Country['regions'][number]) =>
    key === place || municipalities.some(([value]) => value === place);
  return regions.find(holds)?.key ?? '';
}

/** Whether somebody who lives there may take part, as the database's `check_profile` has it. */
export function mayLive(
  choices: Choices,
  programme: ProgrammeChoice,
  place: string,
  formats: readonly Format[],
): boolean {
  const region = regionOf(choices.countries, place);
  return (
    programme.regions.includes(region) || (region !== '' && programme.online && formats.includes('online'))
  );
}
