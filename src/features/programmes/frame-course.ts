import { list, money } from '../../i18n/format.ts';
import type { Programme } from '../../schemas/programme.ts';
import type { Row, Telling } from './frame.ts';

/** The course itself: how long, how often, where, who leads, and what it costs. */
export function course(programme: Programme, telling: Telling): Row[] {
  const { say, lang } = telling;
  const { formats, place, leads } = programme.course;
  const ways = formats.map((format) => say(`format.${format}`));
  const hours = timeSpent(programme, telling);
  return [
    { label: say('months'), lines: [months(programme, telling)] },
    { label: say('meetings'), lines: [often(programme, telling)] },
    ...(hours.length > 0 ? [{ label: say('hours'), lines: hours }] : []),
    { label: say('formats'), lines: [capital(list(lang, ways, 'disjunction'))] },
    { label: say('spot'), lines: [say(`spot.${place}`)] },
    { label: say('leads'), lines: [say(`leads.${leads}`)] },
    { label: say('fee'), lines: [fee(programme, telling)] },
  ];
}

/** “6 months”, “4 to 12 months”. */
export function months(programme: Programme, { say }: Telling): string {
  const { from, to } = programme.course.months;
  return from === to ? say('months.count', { count: to }) : say('months.span', { from, to });
}

/** How much one meets, at a glance: how often, or else how many hours. */
export function meetings(programme: Programme, telling: Telling): string {
  const [hours] = programme.course.meetings_a_month ? [] : timeSpent(programme, telling);
  return hours ?? often(programme, telling);
}

/** “2 to 4 times a month”, “2 or 4 times a month”, or that the two agree on it. */
function often(programme: Programme, { say }: Telling): string {
  const span = programme.course.meetings_a_month;
  if (!span) return say('meetings.free');
  if (span.from === span.to) return say('meetings.count', { count: span.to });
  const { from, to } = span;
  return say(span.either ? 'meetings.either' : 'meetings.span', { from, to });
}

function timeSpent(programme: Programme, { say }: Telling): string[] {
  const { hours_a_month: monthly, hours_in_all: all } = programme.course;
  const lines: string[] = [];
  if (monthly !== null) lines.push(say('hours.month', { count: monthly }));
  if (all !== null) lines.push(say('hours.all', { count: all }));
  return lines;
}

/** What it costs, in the programme's own currency. */
export function fee(programme: Programme, { say, lang }: Telling): string {
  if (!programme.fee) return say('fee.free');
  const { amount, currency, every_months: count } = programme.fee;
  return say('fee.every', { amount: money(lang, amount, currency), count });
}

/** A cell begins like a sentence, also where its first word is a list item. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
