import { expect, test } from 'vitest';
import { asksForAnother, isOvertaken, proposeMatch, thingsToDo, type Desk } from './model.ts';

const few = (count: number) => ({ count, items: [] });

test('what needs somebody counts also what the lists do not show', () => {
  const desk = {
    trials: few(75),
    // A first hour needs its coordinator on its day.
    coming: {
      count: 2,
      items: [0, 3].map((days) => ({ starts_at: new Date(Date.now() + days * 86_400_000) })),
    },
    matches: few(0),
    requests: few(1),
    mails: few(1),
    calls: few(1),
    // Who gets ready or waits counts only where somebody has to do something.
    preparing: { ...few(9), needs: 2 },
    waiting: { ...few(7), needs: 4 },
    applications: { count: 20, late: 3, soon: 5 },
    texts: 3,
    talks: 0,
    enquiries: 0,
  };
  expect(thingsToDo(desk as unknown as Desk)).toBe(108);
});

test('somebody else was quicker, or there is a real reason', () => {
  expect(
    [
      'trial_not_open',
      'match_unknown',
      'mentor_unknown',
      'mentee_unknown',
      'enquiry_unknown',
      'enquiry_answered',
    ].every(isOvertaken),
  ).toBe(true);
  expect(['offline', 'not_a_coordinator', 'mentor_full'].some(isOvertaken)).toBe(false);
  expect(asksForAnother('mentor_full')).toBe(true);
  expect(asksForAnother('mentor_asked_enough')).toBe(true);
  expect(asksForAnother('trial_stands')).toBe(false);
});

test('a proposal names a mentor and says a few words', () => {
  const mentor = '00000000-0000-4000-8000-000000000002';
  const says = (message: string) => proposeMatch.safeParse({ mentor, message }).success;
  expect(says('You both build bridges.')).toBe(true);
  expect(says(`   ${'x'.repeat(19)}   `)).toBe(false);
  expect(says('x'.repeat(1001))).toBe(false);
  expect(proposeMatch.safeParse({ mentor: '', message: 'You both build bridges.' }).success).toBe(false);
});
