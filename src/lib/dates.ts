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

/** Days in the calendar from today until the instant or date, never below 0: tomorrow is 1, at whatever hour. */
export function daysUntil(iso: string, now = new Date()): number {
  return Math.max(0, midnightsBetween(dateField(now), dayOf(iso)));
}

/** Days in the calendar since the instant or date, never below 0: yesterday evening is 1. */
export function daysSince(iso: string, now = new Date()): number {
  return Math.max(0, midnightsBetween(dayOf(iso), dateField(now)));
}

const midnightsBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

const dayOf = (iso: string) => (iso.length === 10 ? iso : dateField(new Date(iso)));

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
