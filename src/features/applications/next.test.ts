import { describe, expect, test } from 'vitest';
import { inOrder, isLate, nextOf, stoneOf } from './next.ts';
import type { MyApplication } from './rows.ts';

const now = Date.parse('2026-11-21T12:00:00Z');
const application = (part: Partial<MyApplication>): MyApplication => ({
  id: '1', programme: 'highly-skilled', part: 'mentee', status: 'sent', form_version: 1, sent_at: '2026-11-20T12:00:00Z',
  due_on: '2027-01-01', ahead: 0, answers: {}, revision: 1, eligibility: null, elsewhere: [], messages: [], times: [],
  interview_at: null, minutes: null, how: null, place: null, decided_at: null, letter: null, waits: false, tells_at: null, closes_at: null,
  round: null, assisted: null, consent: null, fits_on: null, standing: null, ...part,
}); // prettier-ignore

describe('a first talk', () => {
  test.each([
    [null, 'invited', 2],
    ['2026-11-22T12:00:00Z', 'interview', 2],
    ['2026-11-20T12:00:00Z', 'talked', 3],
  ])('at %s is %s', (at, next, stone) => {
    const found = nextOf(application({ status: 'interview', interview_at: at }), now);
    expect([found, stoneOf(found)]).toEqual([next, stone]);
  });
});

test('what waits for her comes first, then what goes on, then what is over', () => {
  const all = [
    application({ id: 'old', status: 'declined' }),
    application({ id: 'first', sent_at: '2026-11-01T12:00:00Z' }),
    application({ id: 'second', sent_at: '2026-11-10T12:00:00Z' }),
    application({ id: 'asked', status: 'asked' }),
    application({ id: 'draft', status: 'draft', sent_at: null }),
  ];
  expect(inOrder(all, now).map(({ id }) => id)).toEqual(['draft', 'asked', 'second', 'first', 'old']);
});

test('a promise is late from the day after, and only while an answer is due', () => {
  const due = { due_on: '2026-11-20' };
  expect(isLate(application(due), '2026-11-20')).toBe(false);
  expect(isLate(application(due), '2026-11-21')).toBe(true);
  expect(isLate(application({ due_on: null }), '2026-11-21')).toBe(false);
});
