import type { Locale, SpokenLanguage } from '../schemas/vocabulary.ts';

/** A calendar date in words, e.g. “21 November 2026”. Dates are days, so no time zone may move them. */
export function longDate(lang: Locale, date: Date): string {
  return dates(lang).format(date);
}

/** A day with its weekday, e.g. “Tuesday 1 December 2026”; given as `2026-12-01`. */
export function weekdayDate(lang: Locale, day: string): string {
  return new Intl.DateTimeFormat(tag(lang), { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(day));
}

/** The day as machines read it, for `<time datetime>`. */
export function isoDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}

export function number(lang: Locale, value: number): string {
  return numbers(lang).format(value);
}

/** A share out of a hundred, e.g. “37%”, “37 %”. */
export function percent(lang: Locale, value: number): string {
  return percents(lang).format(value / 100);
}

/** An amount without decimals that say nothing: “NOK 200”, “200 kr”. */
export function money(lang: Locale, amount: number, currency: string): string {
  return new Intl.NumberFormat(tag(lang), {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(amount);
}

/** “a, b and c”, or “a, b or c”. */
export function list(
  lang: Locale,
  items: readonly string[],
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  return new Intl.ListFormat(tag(lang), { type }).format(items);
}

/** The month's name, 1 for January. */
export function month(lang: Locale, index: number): string {
  const date = new Date(Date.UTC(2026, index - 1, 1));
  return new Intl.DateTimeFormat(tag(lang), { month: 'long', timeZone: 'UTC' }).format(date);
}

/** A spoken language's name in the reader's language, as it stands inside a sentence. */
export function languageName(lang: Locale, language: SpokenLanguage): string {
  return new Intl.DisplayNames(tag(lang), { type: 'language' }).of(language) ?? language;
}

/** A country's name in the reader's language. */
export function countryName(lang: Locale, country: string): string {
  return new Intl.DisplayNames(tag(lang), { type: 'region' }).of(country) ?? country;
}

const dates = oncePer((lang) => new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }));
const numbers = oncePer((lang) => new Intl.NumberFormat(lang));
const percents = oncePer(
  (lang) => new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 1 }),
);

/** To make one of these costs more than to use it a hundred times, and every page has its dates. */
function oncePer<Format>(make: (tag: string) => Format): (lang: Locale) => Format {
  const made: Partial<Record<Locale, Format>> = {};
  return (lang) => (made[lang] ??= make(tag(lang)));
}

/** British English writes dates the way Nordic readers expect: day, month, year. */
function tag(lang: Locale): string {
  return lang === 'en' ? 'en-GB' : lang;
}
