import type { APIRoute } from 'astro';
import { getCollection, getEntry } from 'astro:content';
import { fieldsToFind, countries } from '../../../features/names/lists.ts';
import type { Choices, ProgrammeChoice } from '../../../features/people/choices.ts';
import { countryName, list, month } from '../../../i18n/format.ts';
import { originalLocale } from '../../../i18n/locales.ts';
import { everyLanguage } from '../../../i18n/paths.ts';
import { t } from '../../../i18n/t.ts';
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
  const mentor = t(lang, 'mentor-profile')(`mentor-profile.kind.${programme.who.mentor}`);
  return {
    key: programme.key,
    title: `${words.data.title} · ${country}`,
    for: { mentee: words.data.for_whom, mentor },
    country: programme.country,
    regions: programme.regions,
    online: programme.online_anywhere,
    formats: programme.course.formats,
    way: { mentee: wayOfMentee(lang, programme), mentor: wayOfMentor(lang, programme) },
    self: programme.matching.modes.includes('self'),
    capacity: { from: programme.limits.capacity, to: programme.limits.capacity_max },
    asks_gender: programme.matching.ask_gender_preference,
  };
}

function wayOfMentee(lang: Locale, { matching: { modes }, intake, limits }: Programme): string[] {
  const say = t(lang, 'mentee');
  return [
    ...(modes.includes('self') ? [say('mentee.way.self', { count: limits.open_requests })] : []),
    ...(modes.includes('coordinator') ? [say('mentee.way.coordinator')] : []),
    ...(modes.includes('round') ? [say('mentee.way.round', { months: months(lang, intake.rounds) })] : []),
    say('mentee.way.promise', { count: intake.promise_days }),
    ...(intake.referral === 'partner' ? [t(lang, 'people')('people.programme.partner')] : []),
  ];
}

function wayOfMentor(lang: Locale, { matching, intake }: Programme): string[] {
  const say = t(lang, 'mentor-profile');
  const { modes } = matching;
  return [
    ...(modes.includes('self') ? [say('mentor-profile.way.self')] : []),
    ...(modes.includes('coordinator') ? [say('mentor-profile.way.coordinator')] : []),
    ...(modes.includes('round')
      ? [say('mentor-profile.way.round', { months: months(lang, intake.rounds) })]
      : []),
    ...(matching.mentor_course_first ? [say('mentor-profile.way.course')] : []),
  ];
}

const months = (lang: Locale, rounds: number[]) =>
  list(
    lang,
    rounds.map((round) => month(lang, round)),
  );
