import { expect, test } from 'vitest';
import { calendarFile } from './calendar.ts';

const meeting = {
  id: '7',
  title: 'Fotfeste: første samtale',
  at: '2026-12-01T09:30:00+01:00',
  minutes: 45,
  where: 'Storgata 1, Oslo; second floor',
};

test('a meeting as calendars read it, in universal time', () => {
  const file = calendarFile(meeting, new Date('2026-11-21T12:00:00Z'));
  expect(file).toContain('\r\nDTSTART:20261201T083000Z\r\nDTEND:20261201T091500Z\r\n');
  expect(file).toContain('\r\nDTSTAMP:20261121T120000Z\r\n');
  expect(file).toContain('\r\nLOCATION:Storgata 1\\, Oslo\\; second floor\r\n');
  expect(file).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
});

test('no line is longer than 75 bytes, and nothing of it is lost', () => {
  const file = calendarFile({ ...meeting, where: `https://møte.example/${'å'.repeat(120)}` });
  for (const line of file.split('\r\n'))
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  expect(file.replaceAll('\r\n ', '')).toContain('å'.repeat(120));
});

test('where nothing is said about the place, there is none', () => {
  expect(calendarFile({ ...meeting, where: '' })).not.toContain('LOCATION');
});
