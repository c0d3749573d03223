import { countryName, languageName, list } from '../../i18n/format.ts';
import { areasOf } from '../../schemas/programme-who.ts';
import type { Programme } from '../../schemas/programme.ts';
import { capital } from './frame-course.ts';
import type { Row, Telling } from './frame.ts';

/** Who can take part: place, age, education, languages, and what kind of mentor. */
export function who(programme: Programme, telling: Telling): Row[] {
  const { say, lang } = telling;
  const { gender, status, mentor } = programme.who;
  return [
    { label: say('place'), lines: place(programme, telling) },
    { label: say('status'), lines: [say(`status.${status}`)] },
    { label: say('gender'), lines: [say(`gender.${gender}`)] },
    { label: say('age'), lines: [age(programme, telling)] },
    { label: say('education'), lines: education(programme, telling) },
    { label: say('language'), lines: [language(programme, telling)] },
    {
      label: say('locales'),
      lines: [
        capital(
          list(
            lang,
            programme.locales.map((tag) => languageName(lang, spoken(tag))),
          ),
        ),
      ],
    },
    { label: say('mentor'), lines: [say(`mentor.${mentor}`)] },
  ];
}

/** “Norway: Oslo, Rogaland and Gol”. */
export function place(programme: Programme, { say, lang, region }: Telling): string[] {
  const where = {
    country: countryName(lang, programme.country),
    regions: list(lang, areasOf(programme).map(region)),
  };
  return [say('place.in', where), programme.online_anywhere ? say('place.online') : say('place.only')];
}

/** “15 to 30 years”. */
export function age(programme: Programme, { say }: Telling): string {
  const { from, to } = programme.who.age;
  if (from !== null && to !== null) return say('age.span', { from, to });
  if (from !== null) return say('age.from', { from });
  return to === null ? say('age.any') : say('age.to', { to });
}

/** What is asked for, and where something else is enough. */
export function education(programme: Programme, { say, lang, region }: Telling): string[] {
  const { education: demand, trade_certificate_in: exceptions } = programme.who;
  const areas = areasOf({ ...programme, regions: exceptions });
  const exception = say('education.trade-in', { regions: list(lang, areas.map(region)) });
  return [say(`education.${demand}`), ...(exceptions.length > 0 ? [exception] : [])];
}

/** The hard rule about a common language, in one sentence. */
export function language(programme: Programme, { say, lang }: Telling): string {
  const rule = programme.language;
  if (!rule) return say('language.free');
  const names = rule.any_of.map((tag) => languageName(lang, tag));
  const languages = list(lang, names, 'disjunction');
  return rule.level === 'N'
    ? say('language.native', { languages })
    : say('language.level', { languages, level: rule.level });
}

/** Interface languages are BCP 47 tags; as spoken languages bokmål counts as Norwegian. */
function spoken(tag: Programme['locales'][number]) {
  return tag === 'nb' ? 'no' : tag;
}
