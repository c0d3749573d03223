import { Refusal } from '../../lib/api/answer.ts';
import { path } from '../../lib/urls.ts';
import type { Format } from '../../schemas/vocabulary.ts';

/** What a profile form needs of a programme's rules and words. */
export interface ProgrammeChoice {
  key: string;
  title: string;
  regions: string[];
  /** Of a region, where only some of them count. */
  municipalities: Record<string, string[]>;
  online: boolean;
  formats: Format[];
  self: boolean;
  capacity: { from: number; to: number };
  asks_gender: boolean;
  asks_interests: boolean;
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
export function regionOf(countries: readonly Pick<Country, 'regions'>[], place: string): string {
  const regions = countries.flatMap((country) => country.regions);
  const holds = ({ key, municipalities }: Country['regions'][number]) =>
    key === place || municipalities.some(([value]) => value === place);
  return regions.find(holds)?.key ?? '';
}

/** Where somebody lives and how she meets, as it was last saved. */
export interface Home {
  place: string;
  formats: readonly Format[];
}
type Region = Country['regions'][number];
/**
 * Regions to choose from, with the municipalities to choose there: the programme's own, others by country where it meets
 * online with anyone, and her own.
 */
export interface RegionsOffered {
  here: Region[];
  elsewhere: Pick<Country, 'label' | 'regions'>[];
  /** Where she lives, if the programme does not work there: she was let in all the same, and keeps it. */
  home: Region[];
}

/** Which places somebody may name who meets in these formats, as the database's `check_profile` has it. */
export function regionsOffered(
  { countries }: Choices,
  programme: ProgrammeChoice,
  home: Home,
  formats: readonly Format[],
): RegionsOffered {
  const own = ({ key }: Region) => programme.regions.includes(key);
  const anywhere = programme.online && formats.includes('online');
  const regions = countries.flatMap((country) => country.regions);
  const kept = programme.online && home.formats.includes('online') ? '' : regionOf(countries, home.place);
  // Of a region of hers all of it, if the programme does not work at her place.
  const counted = (region: Region): Region => {
    const some = programme.municipalities[region.key];
    const keeps = kept === region.key && home.place !== kept && !some?.includes(home.place);
    if (!some || anywhere || keeps) return region;
    const municipalities = region.municipalities.filter(([key]) => some.includes(key));
    const [only, ...more] = municipalities;
    return { ...region, label: only && more.length === 0 ? only[1] : region.label, municipalities };
  };
  return {
    here: regions.filter(own).map(counted),
    elsewhere: anywhere
      ? countries.map((country) => ({ ...country, regions: country.regions.filter((one) => !own(one)) }))
      : [],
    home: anywhere ? [] : regions.filter((one) => one.key === kept && !own(one)),
  };
}
