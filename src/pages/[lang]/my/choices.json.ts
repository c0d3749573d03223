import type { APIRoute } from 'astro';
import { getCollection, getEntry } from 'astro:content';
import { fieldsToFind, countries } from '../../../features/names/lists.ts';
import type { Choices, ProgrammeChoice } from '../../../features/people/choices.ts';
import { countryName } from '../../../i18n/format.ts';
import { originalLocale } from '../../../i18n/locales.ts';
import { everyLanguage } from '../../../i18n/paths.ts';
import type { Programme } from '../../../schemas/programme.ts';
import type { Locale } from '../../../schemas/vocabulary.ts';

export const getStaticPaths = everyLanguage;

/** What the profile forms let one choose from: one file a language, so that no page has to carry it. */
export const GET: APIRoute<{ lang: Locale }> = async ({ props: { lang } }) => {
  const choices: Choices = {
    programmes: await programmes(lang),
    fields: await fieldsToFind(lang),
    countries: await countries(lang),
  };
  return new Response(JSON.stringify(choices), { headers: { 'Content-Type': 'application/json' } });
};

/** The programmes that work in this language first. */
async function programmes(lang: Locale): Promise<ProgrammeChoice[]> {
  const rules = (await getCollection('programmes')).map(({ data }) => data);
  const told = await Promise.all(rules.map((programme) => choiceOf(lang, programme)));
  const far = (key: string) => (rules.find((one) => one.key === key)?.locales.indexOf(lang) === 0 ? 0 : 1);
  return told.sort((a, b) => far(a.key) - far(b.key) || a.title.localeCompare(b.title, lang));
}

async function choiceOf(lang: Locale, programme: Programme): Promise<ProgrammeChoice> {
  const inEnglish = `${originalLocale}/${programme.key}`;
  const words =
    (await getEntry('programmeWords', `${lang}/${programme.key}`)) ??
    (await getEntry('programmeWords', inEnglish));
  if (!words) throw new Error(`Write src/content/programmes/${inEnglish}.md`);
  const country = countryName(lang, programme.country);
  return {
    key: programme.key,
    title: `${words.data.title} · ${country}`,
    regions: programme.regions,
    municipalities: programme.municipalities,
    online: programme.online_anywhere,
    formats: programme.course.formats,
    self: programme.matching.modes.includes('self'),
    capacity: { from: programme.limits.capacity, to: programme.limits.capacity_max },
    asks_gender: programme.matching.ask_gender_preference,
    asks_interests: programme.weights.interests > 0,
  };
}
