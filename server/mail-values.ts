import { inSentence } from '../src/lib/bidi.ts';

/**
 * Parameters as the database queued them, in the reader's words: moments become dates, nothing becomes empty.
 * @param zone the clock the reader lives by, IANA; a mail may be read elsewhere, so the zone stands beside the hour
 * @param params of a queued mail; `at` and `until` are moments in ISO 8601, `day` is a date, everything else may be a
 *   person's own words
 */
export function mailValues(
  locale: string,
  params: Record<string, unknown>,
  zone = 'Europe/Oslo',
): Record<string, string | number> {
  const values = Object.entries(params).map(([name, value]): [string, string | number] => {
    if (value === null || value === undefined) return [name, ''];
    if (typeof value === 'number') return [name, value];
    if (name === 'day') return [name, dateInWords(locale, String(value))];
    return [
      name,
      name === 'at' || name === 'until' ? inWords(locale, String(value), zone) : inSentence(String(value)),
    ];
  });
  return Object.fromEntries(values);
}

/** “1 January 2027”; a date belongs to no zone. */
function dateInWords(locale: string, day: string): string {
  const tag = locale === 'en' ? 'en-GB' : locale;
  return new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}

function inWords(locale: string, moment: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(new Date(moment));
}
