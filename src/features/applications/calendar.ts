interface Meeting {
  /** Stays the same when the file is fetched again, so that no calendar gets two. */
  id: string;
  title: string;
  /** An instant. */
  at: string;
  minutes: number;
  /** An address, a link, or nothing. */
  where: string;
}

/** A calendar file (RFC 5545) with one meeting, which reminds an hour before. */
export function calendarFile({ id, title, at, minutes, where }: Meeting, now = new Date()): string {
  const starts = new Date(at);
  const ends = new Date(starts.getTime() + minutes * 60_000);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Fotfeste//EN',
    'BEGIN:VEVENT',
    `UID:${id}@fotfeste`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(starts)}`,
    `DTEND:${stamp(ends)}`,
    `SUMMARY:${escaped(title)}`,
    ...(where ? [`LOCATION:${escaped(where)}`] : []),
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    'TRIGGER:-PT1H',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.flatMap(folded).join('\r\n')}\r\n`;
}

/** “20261121T120000Z”. */
const stamp = (moment: Date) => moment.toISOString().replace(/[-:]|\.\d{3}/g, '');

const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** A line has at most 75 bytes; what is longer goes on after a blank. */
function folded(line: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (const character of line) {
    if (new TextEncoder().encode(part + character).length > 74) {
      parts.push(part);
      part = ' ';
    }
    part += character;
  }
  return [...parts, part];
}
