import { expect, test } from 'vitest';
import { endOf, gatesOf, openSteps, preparationAt, sayExpectations, stepAfter, stepAt } from './model.ts';
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

test('whoever is let in twice comes to the end of the part she has done, and then to what is left of the other', () => {
  const done = { ...preparation, part: 'mentee', done: Object.fromEntries(preparation.steps.map((step) => [step, 'x'])) } as Preparation; // prettier-ignore
  const left = { ...preparation, part: 'mentor' } as Preparation;
  const at = (asked: string, all = [done, left]) => {
    const one = preparationAt(all, asked)!;
    return [one.part, stepAt(one, asked)];
  };
  expect(at(endOf('mentee'))).toEqual(['mentee', undefined]);
  expect(at('')).toEqual(['mentor', 'course']);
  expect(at('boundaries')).toEqual(['mentor', 'boundaries']);
  expect(stepAt(left, endOf('mentee'))).toBe('course');
  const both = [done, { ...done, part: 'mentor' } as Preparation];
  expect(at(endOf('mentor'), both)).toEqual(['mentor', undefined]);
  expect(at('', both)).toEqual(['mentee', undefined]);
  expect(preparationAt([], '')).toBe(undefined);
});

test('one to four sentences, and words or none', () => {
  const sound = (chosen: string[], words: string) => sayExpectations.safeParse({ chosen, words }).success;
  expect([sound(['regular'], ''), sound(['regular'], ' Hi '), sound([], ''), sound(['love'], '')]).toEqual([true, true, false, false]); // prettier-ignore
  expect(sound(['regular', 'honest', 'prepare', 'between', 'network'], '')).toBe(false);
  expect([sound(['regular'], 'x'), sound(['regular'], 'x'.repeat(501))]).toEqual([false, false]);
});
