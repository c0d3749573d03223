import type { Event } from '../../schemas/news.ts';

type Dated = Pick<Event, 'day' | 'repeats' | 'until'>;

/**
 * The next day of an event, on or after a day; null where it is over. Days are UTC, as YAML reads them.
 * @param today a date without a time, as `2026-11-21`
 */
export function nextDay({ day, repeats, until }: Dated, today: string): string | null {
  const first = iso(day);
  const last = until ? iso(until) : '9999-12-31';
  const next = first >= today || repeats === 'no' ? first : repeats === 'weekly' ? weekly(day, today) : monthly(day, today); // prettier-ignore
  return next >= today && next <= last ? next : null;
}

/** Those that are still to come with their next day, the soonest first. */
export function comingUp<One extends { event?: Dated | undefined }>(
  all: readonly One[],
  today: string,
): { one: One; on: string }[] {
  return all
    .flatMap((one) => {
      const on = one.event && nextDay(one.event, today);
      return on ? [{ one, on }] : [];
    })
    .sort((a, b) => a.on.localeCompare(b.on));
}

/** An event's next day in the words of schema.org. Hours have no zone: they are those of the place. */
export function asEvent(
  { title, summary }: { title: string; summary: string },
  { from, to, place, online, languages }: Event,
  on: string,
  url: URL,
): Record<string, unknown> {
  const mode = place ? (online ? 'Mixed' : 'Offline') : 'Online';
  return {
    '@type': 'Event',
    name: title,
    description: summary,
    startDate: `${on}T${from}`,
    endDate: `${on}T${to}`,
    eventAttendanceMode: `https://schema.org/${mode}EventAttendanceMode`,
    inLanguage: languages,
    isAccessibleForFree: true,
    location: place ? { '@type': 'Place', name: place } : { '@type': 'VirtualLocation', url: url.href },
  };
}

const iso = (date: Date) => date.toISOString().slice(0, 10);
const oneDay = 86_400_000;

function weekly(day: Date, today: string): string {
  const weeks = Math.ceil((Date.parse(today) - day.valueOf()) / (7 * oneDay));
  return iso(new Date(day.valueOf() + weeks * 7 * oneDay));
}

/** The same weekday of the month; a fifth one that a month does not have is left out. */
function monthly(day: Date, today: string): string {
  const nr = Math.floor((day.getUTCDate() - 1) / 7);
  const [year = 0, month = 1] = today.split('-').map(Number);
  for (let ahead = 0; ahead < 12; ahead++) {
    const begin = new Date(Date.UTC(year, month - 1 + ahead, 1));
    const date = 1 + ((day.getUTCDay() - begin.getUTCDay() + 7) % 7) + nr * 7;
    const found = new Date(Date.UTC(year, month - 1 + ahead, date));
    if (found.getUTCMonth() === begin.getUTCMonth() && iso(found) >= today) return iso(found);
  }
  return iso(day);
}
