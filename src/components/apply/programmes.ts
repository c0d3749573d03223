import { getCollection, getEntry } from 'astro:content';
import type { PageProgramme } from '../../features/applications/model.ts';
import { namesIn } from '../../features/names/lists.ts';
import { fee, meetings, months } from '../../features/programmes/frame-course.ts';
import { age, education, language, place } from '../../features/programmes/frame-who.ts';
import type { Telling } from '../../features/programmes/frame.ts';
import { countryName } from '../../i18n/format.ts';
import { originalLocale } from '../../i18n/locales.ts';
import { t } from '../../i18n/t.ts';
import type { Part, WantedBy } from '../../schemas/form.ts';
import type { Programme } from '../../schemas/programme.ts';
import type { Locale } from '../../schemas/vocabulary.ts';

/** What a form's page says of the programmes; those that work in this language first. */
export async function programmesToApplyFor(lang: Locale, part: Part): Promise<PageProgramme[]> {
  const rules = (await getCollection('programmes')).map(({ data }) => data);
  const { places } = await namesIn(lang);
  const region = (key: string) => places[key] ?? key;
  const told = await Promise.all(
    rules.map(async (one) => ({ near: one.locales[0] === lang, told: await tell(one, lang, part, region) })),
  );
  return told
    .sort((a, b) => Number(b.near) - Number(a.near) || a.told.title.localeCompare(b.told.title, lang))
    .map((one) => one.told);
}

async function tell(
  programme: Programme,
  lang: Locale,
  part: Part,
  region: Telling['region'],
): Promise<PageProgramme> {
  const words =
    (await getEntry('programmeWords', `${lang}/${programme.key}`)) ??
    (await getEntry('programmeWords', `${originalLocale}/${programme.key}`));
  if (!words) throw new Error(`Write src/content/programmes/${originalLocale}/${programme.key}.md`);
  const telling = { lang, say: t(lang, 'programme'), region };
  return {
    key: programme.key,
    title: words.data.title,
    forWhom:
      part === 'mentee'
        ? words.data.for_whom
        : t(lang, 'mentor-profile')(`mentor-profile.kind.${programme.who.mentor}`),
    country: countryName(lang, programme.country),
    regions: programme.regions,
    wants: wantsOf(programme),
    asks:
      part === 'mentee'
        ? [...both(programme, telling), ...own(programme, telling)]
        : both(programme, telling),
    course: [
      months(programme, telling),
      meetings(programme, telling),
      // Mentors pay nothing anywhere.
      ...(part === 'mentee' && programme.fee ? [fee(programme, telling)] : []),
    ],
    days: programme.intake.promise_days,
    byPartner: part === 'mentee' && programme.intake.referral === 'partner',
    rounds: part === 'mentee' ? roundsOf(programme.intake) : null,
  };
}

/** The file's own lines of its rounds; a file without them takes people in every day. */
function roundsOf({ rounds, open_days, start_after_days, while_closed }: Programme['intake']) {
  return while_closed ? { rounds, open_days, start_after_days, while_closed } : null;
}

/** Rules of the programme that make a question needed, as `private.is_wanted` in the database has it. */
function wantsOf({ who, language: spoken, matching, intake }: Programme): WantedBy[] {
  const holds: Record<WantedBy, boolean> = {
    asks_gender: matching.ask_gender_preference,
    gender: who.gender === 'women',
    age: who.age.from !== null || who.age.to !== null,
    education: who.education !== 'none',
    status: who.status !== 'any',
    language: spoken !== null,
    life: intake.ask_life_situation,
  };
  return (Object.keys(holds) as WantedBy[]).filter((rule) => holds[rule]);
}

type Asks = PageProgramme['asks'];

/** What is asked of a mentee alone, as far as `private.eligibility` looks at it. */
function own(programme: Programme, telling: Telling): Asks {
  const { gender, age: span, education: demand, status } = programme.who;
  const { say } = telling;
  return [
    ...(gender === 'women' ? [{ rule: 'gender', text: say('gender.women') }] : []),
    ...(span.from !== null || span.to !== null ? [{ rule: 'age', text: age(programme, telling) }] : []),
    ...(status === 'immigrant' || status === 'refugee'
      ? [{ rule: 'status', text: say(`status.${status}`) }]
      : []),
    ...(demand !== 'none' ? [{ rule: 'education', text: education(programme, telling).join('. ') }] : []),
  ];
}

/** What is asked of both parts. */
function both(programme: Programme, telling: Telling): Asks {
  const apply = t(telling.lang, 'apply');
  return [
    { rule: 'area', text: place(programme, telling).join('. ') },
    ...(programme.language ? [{ rule: 'language', text: language(programme, telling) }] : []),
    { rule: 'commitment', text: apply('apply.asks.commitment', { months: months(programme, telling) }) },
  ];
}
