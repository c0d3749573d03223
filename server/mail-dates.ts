/**
 * Parameters of a mail with times written out for the reader. The database gives times as ISO 8601; a mail is read
 * anywhere, so the zone stands beside the hour.
 */
export function spellDates(
  params: Record<string, string | number>,
  locale: string,
): Record<string, string | number> {
  const words = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Oslo',
    timeZoneName: 'short',
  });
  const spell = (value: string | number) => words.format(new Date(value));
  const spelled = { ...params };
  // Only these two are times; everything else may be a person's own words.
  for (const key of ['at', 'until']) if (spelled[key] !== undefined) spelled[key] = spell(spelled[key]);
  return spelled;
}
