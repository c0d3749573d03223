/** Times as people here read them. Instants are shown in the reader's own time zone; pure dates belong to none. */

/** “Friday 27 November”. */
export function dayWords(lang: string, iso: string): string {
  return new Intl.DateTimeFormat(tag(lang), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...zoneOf(iso),
  }).format(new Date(iso));
}

/** “Friday 27 November at 17:00”. */
export function momentWords(lang: string, iso: string): string {
  return new Intl.DateTimeFormat(tag(lang), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(iso));
}

/** “21 November 2026”. */
export function dateWords(lang: string, iso: string): string {
  return new Intl.DateTimeFormat(tag(lang), { dateStyle: 'long', ...zoneOf(iso) }).format(new Date(iso));
}

/** “November 2026”, of `2026-11`. */
export function monthOf(lang: string, month: string): string {
  const words = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(tag(lang), words).format(new Date(`${month}-01`));
}

/** Whole days from `now` until the instant, never below 0. */
export function daysUntil(iso: string, now = Date.now()): number {
  return Math.max(0, Math.floor((Date.parse(iso) - now) / 86_400_000));
}

/** Whole days since the instant, never below 0. */
export function daysSince(iso: string, now = Date.now()): number {
  return Math.max(0, Math.floor((now - Date.parse(iso)) / 86_400_000));
}

/** A date field and a time field of this time zone as an instant; null while they name none. */
export function instantOf(date: string, time: string): string | null {
  const moment = new Date(`${date}T${time}`);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}

/** The day of an instant as a date field of this time zone holds it. */
export function dateField(moment: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

function zoneOf(iso: string): { timeZone?: string } {
  return iso.length === 10 ? { timeZone: 'UTC' } : {};
}

function tag(lang: string): string {
  return lang === 'en' ? 'en-GB' : lang;
}
