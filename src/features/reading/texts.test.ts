import { expect, test } from 'vitest';
import { inOrder, minutesToRead, neighbours } from './texts.ts';

const article = (slug: string, audience: 'mentor' | 'mentee', order: number) => ({
  slug,
  entry: { data: { audience, order } },
});
const shelf = [article('b', 'mentee', 1), article('second', 'mentor', 2), article('first', 'mentor', 1)];

test('articles stand by audience, then along the journey', () => {
  expect(inOrder(shelf).map(({ slug }) => slug)).toEqual(['first', 'second', 'b']);
});

test('neighbours stay on the same shelf', () => {
  const { previous, next } = neighbours(shelf, 'second');
  expect([previous?.slug, next]).toEqual(['first', undefined]);
});

test('reading time is whole minutes, one at least', () => {
  const minutes = (words: number) => minutesToRead({ body: 'word '.repeat(words), data: {} });
  expect([minutes(3), minutes(640)]).toEqual([1, 4]);
});

test('the boxes of countries and the list to tick are read too', () => {
  const data = { countries: [{ text: 'word '.repeat(320) }], checklist: ['word '.repeat(160)] };
  expect(minutesToRead({ body: 'word '.repeat(160), data })).toBe(4);
});
