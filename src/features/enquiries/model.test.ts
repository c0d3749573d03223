import { expect, test } from 'vitest';
import { askUs } from './model.ts';

const whole = { topic: 'apply', locale: 'nb', words: 'May I apply without a degree?' };

test.each([
  ['asks@example.org', true],
  [' asks@example.org ', true],
  ['asks@example', false],
  ['Asks <asks@example.org>', false],
  // Longer than the database takes: it says so beside the field, and not after the form was sent.
  [`${'x'.repeat(250)}@example.org`, false],
])('an answer goes to “%s”: %s', (address, sound) => {
  const found = askUs.safeParse({ ...whole, address });
  expect(found.error?.issues.map(({ path }) => path[0]) ?? []).toEqual(sound ? [] : ['address']);
});
