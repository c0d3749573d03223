/** Mails name a time as it is in the Nordic countries the programmes began in. */
const timeZone = 'Europe/Oslo';

/**
 * Parameters as the database queued them, in the reader's words: moments become dates, nothing becomes empty.
 * @param params of a queued mail; `at` is a moment with its hour, `until` a day
 */
export function mailValues(locale: string, params: Record<string, unknown>): Record<string, string | number> {
  const say: Record<string, (value: string) => string> = {
    at: (moment) => inWords(locale, moment, { dateStyle: 'full', timeStyle: 'short' }),
    until: (moment) => inWords(locale, moment, { dateStyle: 'full' }),
  };
  const values = Object.entries(params).map(([name, value]): [string, string | number] => {
    if (value === null || value === undefined) return [name, ''];
    if (typeof value === 'number') return [name, value];
    return [name, say[name]?.(String(value)) ?? String(value)];
  });
  return Object.fromEntries(values);
}

function inWords(locale: string, moment: string, style: Intl.DateTimeFormatOptions): string {
  const tag = locale === 'en' ? 'en-GB' : locale;
  return new Intl.DateTimeFormat(tag, { ...style, timeZone }).format(new Date(moment));
}
