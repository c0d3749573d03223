import { expect, test } from 'vitest';
import { comingUp, nextDay } from './events.ts';

const event = (day: string, repeats: 'no' | 'weekly' | 'monthly' = 'no', until?: string) => ({
  day: new Date(day),
  repeats,
  until: until ? new Date(until) : undefined,
});

test.each([
  ['a single day that is to come', event('2026-12-03'), '2026-11-22', '2026-12-03'],
  ['a single day is still to come on the day itself', event('2026-12-03'), '2026-12-03', '2026-12-03'],
  ['and over the day after', event('2026-12-03'), '2026-12-04', null],
  ['every week, on its weekday', event('2026-11-18', 'weekly'), '2026-11-22', '2026-11-25'],
  ['today, if it is that day', event('2026-11-18', 'weekly'), '2026-11-25', '2026-11-25'],
  ['over the turn of the year', event('2026-11-18', 'weekly'), '2026-12-31', '2027-01-06'],
  ['the first Tuesday of the month', event('2026-12-01', 'monthly'), '2026-12-02', '2027-01-05'],
  ['the third Thursday, in the same month', event('2026-10-15', 'monthly'), '2026-11-01', '2026-11-19'],
  ['a fifth weekday waits for a month that has one', event('2026-10-30', 'monthly'), '2026-11-01', '2027-01-29'],
  ['not before its first day', event('2027-03-02', 'monthly'), '2026-11-22', '2027-03-02'],
  ['not after its last', event('2026-11-18', 'weekly', '2026-12-01'), '2026-11-27', null],
])('%s', (_, one, today, day) => expect(nextDay(one, today)).toBe(day)); // prettier-ignore

test('what is over and what is no event is left out; the soonest comes first', () => {
  const all = [
    { name: 'later', event: event('2027-01-01') },
    { name: 'news' },
    { name: 'over', event: event('2026-01-01') },
    { name: 'soon', event: event('2026-11-18', 'weekly') },
  ];
  expect(comingUp(all, '2026-11-22').map(({ one, on }) => [one.name, on])).toEqual([
    ['soon', '2026-11-25'],
    ['later', '2027-01-01'],
  ]);
});
