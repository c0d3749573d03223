import { expect, test } from 'vitest';
import { likeness, nearness, wordsOf, type Word } from './words.ts';

const word = (text: string, lang = 'da') => wordsOf(text, lang)[0] as Word;
const like = (asked: string, other: string, lang?: string) => likeness(word(asked, lang), word(other, lang));

test.each([
  ['løn', 'lønn'],
  ['ansøgning', 'Ansøgningerne'],
  ['søge', 'søke'],
  ['fråga', 'frågan'],
  ['arbejde', 'arbeide'],
  ['resume', 'résumé'],
  ['børn', 'boern'],
  ['mentor', 'mentorene'],
])('%s and %s are one word', (asked, other) => {
  expect(like(asked, other)).toBeGreaterThan(0.8);
});

test.each([
  ['mentee', 'mentor'],
  ['plan', 'plads'],
  ['cv', 'ca'],
  ['en', 'et'],
])('%s and %s are two', (asked, other) => {
  expect(like(asked, other)).toBeLessThan(0.5);
});

test('a word grown together with another is partly the same, the last half more than the first', () => {
  expect(like('samtale', 'jobsamtale')).toBeGreaterThan(0.6);
  expect(like('jobsøgningskursus', 'kursus')).toBeGreaterThan(0.5);
  expect(like('netværkskort', 'netværk')).toBeGreaterThan(0.5);
});

test('English has its own endings', () => {
  expect(like('interviews', 'interviewing', 'en')).toBe(0.95);
  expect(like('companies', 'company', 'en')).toBe(0.95);
});

test.each([
  ['consnet', 'consent', 0.75],
  ['kontrkat', 'kontrakt', 0.75],
  ['netvark', 'netværk', 0.95],
  ['lon', 'lan', 0],
  ['anbefalig', 'anbefaling', 0.75],
  ['anbfaleing', 'anbefaling', 0.55],
  ['ettværk', 'netværk', 0.55],
])('from %s to %s is %s near', (asked, other, much) => {
  expect(nearness(word(asked), word(other))).toBeCloseTo(much, 5);
});
