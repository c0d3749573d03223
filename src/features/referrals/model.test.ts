import { expect, test } from 'vitest';
import {
  deskParts,
  linkTo,
  looksElsewhere,
  referring,
  referringStart,
  secretIn,
  selfCheckOf,
} from './model.ts';

const rules = ['area', 'age'];
const whole = { ...referringStart(rules, 'nb'), understands: 'yes', wants: 'unsure', name: 'Alma', address: 'alma@example.org', consent: true }; // prettier-ignore
const problems = (different: object) =>
  referring.safeParse({ ...whole, ...different }).error?.issues.map(({ path }) => path[0]) ?? [];

test('only the way the person is reached has to be filled in', () => {
  expect(problems({})).toEqual([]);
  expect(problems({ address: 'alma' })).toEqual(['address']);
  expect(problems({ way: 'phone' })).toEqual(['phone']);
  expect(problems({ way: 'phone', address: '', phone: '+47 900 00 000' })).toEqual([]);
});

test('without a yes, a name or both answers nothing is sent', () => {
  expect(problems({ consent: false })).toEqual(['consent']);
  expect(problems({ name: ' ', understands: '', wants: 'no' })).toEqual(['understands', 'wants', 'name']);
  expect(problems({ comment: 'x'.repeat(501) })).toEqual(['comment']);
  expect(problems({ name: '\u200b\u202e' })).toEqual(['name']);
  expect(problems({ name: 'ن' })).toEqual([]);
});

test('what was looked at is told, and a no or a don’t know leads on', () => {
  expect(selfCheckOf({ ...whole, 'rule-area': 'yes' }, rules)).toEqual({ area: 'yes' });
  expect([{}, { area: 'yes' }, { area: 'no' }, { age: 'unknown' }].map((found) => looksElsewhere(found as never))).toEqual([false, false, true, true]); // prettier-ignore
});

test('a secret stands in the fragment and nowhere else', () => {
  const secret = 'a-B_3'.repeat(8);
  for (const link of Object.values(linkTo)) {
    const { search, pathname, hash } = new URL(link('https://x.example', 'nb', secret));
    expect([search, secretIn(hash)]).toEqual(['', secret]);
    expect(pathname).not.toContain(secret);
  }
  expect(['', '#', '#x', '#<script>', `#${secret}?y`].map(secretIn).join('')).toBe('');
});

test('a desk is a programme, or a region of one', () => {
  expect(deskParts('free')).toEqual({ programme: 'free', region: null });
  expect(deskParts('free/no-11')).toEqual({ programme: 'free', region: 'no-11' });
});
