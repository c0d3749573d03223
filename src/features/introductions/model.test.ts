import { expect, test } from 'vitest';
import { cardOf, showIntroduction, type MyIntroduction } from './model.ts';

const mine: MyIntroduction = {
  programme: 'one',
  card: { name: 'Kari', field: '2142', words: '', languages: ['no'], region: null, picture: null },
  photo: { photo: 'AAAA' },
  shown: false,
  with_photo: false,
  stopped: false,
};
const words = 'I build bridges, and I like to listen.';

test('the photo stands on the card after a yes of its own, and the shape or letter without', () => {
  expect(cardOf(mine, { words: ` ${words}\n`, with_photo: true })).toEqual({ ...mine.card, words, picture: mine.photo });
  expect(cardOf(mine, { words, with_photo: false }).picture).toBeNull();
  const shape = { ...mine, photo: null, card: { ...mine.card, picture: { shape: 3 } } };
  expect(cardOf(shape, { words, with_photo: true }).picture).toEqual({ shape: 3 });
}); // prettier-ignore

test.each([
  [words, true],
  ['From 2010-2019 I built roads, and 20 bridges.', true],
  ['Too short.', false],
  [`Write to kari@example.org, I like to listen.`, false],
  ['All about me stands on WWW.example.org', false],
  ['You may just call me: 900 00 000', false],
])('“%s”: %s', (said, taken) => {
  expect(showIntroduction.safeParse({ words: said, with_photo: false }).success).toBe(taken);
});
