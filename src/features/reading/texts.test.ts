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
  expect([minutesToRead('a few words'), minutesToRead('word '.repeat(640))]).toEqual([1, 4]);
});
