import { expect, test } from 'vitest';
import { daysSince, daysUntil } from './dates.ts';

/** An instant of this time zone. */
const at = (day: number, hour: number) => new Date(2026, 10, day, hour);

test('days are those of the calendar, at whatever hour one asks', () => {
  expect(daysUntil(at(28, 10).toISOString(), at(27, 20))).toBe(1);
  expect(daysUntil(at(27, 23).toISOString(), at(27, 0))).toBe(0);
  expect(daysSince(at(26, 20).toISOString(), at(27, 9))).toBe(1);
  expect(daysSince(at(25, 20).toISOString(), at(27, 9))).toBe(2);
  expect(daysUntil('2026-12-01', at(27, 23))).toBe(4);
});

test('an hour more or less in a night of the year changes no day', () => {
  expect(daysSince('2026-10-24', new Date(2026, 9, 26, 0))).toBe(2);
  expect(daysUntil('2027-03-29', new Date(2027, 2, 27, 23))).toBe(2);
});

test('what is past is no days ahead, and the other way round', () => {
  expect(daysUntil('2026-11-20', at(27, 9))).toBe(0);
  expect(daysSince('2026-11-30', at(27, 9))).toBe(0);
});
