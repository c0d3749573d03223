import { expect, test } from 'vitest';
import { gatesOf, openSteps, sayExpectations, stepAfter } from './model.ts';
import type { Preparation } from './rows.ts';

const preparation = {
  steps: ['interview', 'course', 'boundaries', 'certificate', 'expectations', 'readiness'],
  done: { interview: '2026-11-20', boundaries: '2026-11-21' },
} as unknown as Preparation;

test('her own steps and those of a coordinator are told apart', () => {
  expect(openSteps(preparation)).toEqual(['course', 'expectations', 'readiness']);
  expect(gatesOf(preparation)).toEqual(['interview', 'certificate']);
});

test('after a step comes the next open one, then what was passed over, then nothing', () => {
  expect(stepAfter(preparation, 'course')).toBe('expectations');
  expect(stepAfter(preparation, 'expectations')).toBe('readiness');
  expect(stepAfter(preparation, 'readiness')).toBe('course');
  expect(
    stepAfter({ ...preparation, done: { course: 'x', boundaries: 'x', expectations: 'x' } }, 'readiness'),
  ).toBe(undefined);
});

test('one to four sentences, and words or none', () => {
  const sound = (chosen: string[], words: string) => sayExpectations.safeParse({ chosen, words }).success;
  expect([sound(['regular'], ''), sound(['regular'], ' Hi '), sound([], ''), sound(['love'], '')]).toEqual([true, true, false, false]); // prettier-ignore
  expect(sound(['regular', 'honest', 'prepare', 'between', 'network'], '')).toBe(false);
  expect([sound(['regular'], 'x'), sound(['regular'], 'x'.repeat(501))]).toEqual([false, false]);
});
