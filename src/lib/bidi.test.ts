import { expect, test } from 'vitest';
import { inSentence, isVisible, withoutTurning } from './bidi.ts';

test('a name from the right keeps its direction, and the sentence around it keeps its own', () => {
  expect(inSentence('Åse')).toBe('Åse');
  expect(inSentence('عائشة')).toBe('\u2068عائشة\u2069');
  expect(inSentence('נועה')).toBe('\u2068נועה\u2069');
  expect(inSentence('سطر\nleft')).toBe('سطر\nleft');
});

test('nobody turns a sentence around', () => {
  expect(inSentence('Lea\u202Egpj.exe')).toBe('Leagpj.exe');
  expect(inSentence('\u2067Kari\u2069')).toBe('Kari');
  expect(withoutTurning('{"name":"Lea\u202E","about":"\u2067…"}')).toBe('{"name":"Lea","about":"…"}');
  // Joiners are part of how Persian, Hindi and some emoji are written.
  expect(inSentence('می\u200cخواهم')).toContain('\u200c');
});

test.each([
  ['A', true], ['李', true], ['ع', true], ['🌱', true], ['e\u0301', true],
  ['', false], [' ', false], ['\u200b', false], ['\u202e\u200f', false], ['\u3164', false], ['\u0301', false],
])('%j is a name: %s', (name, is) => expect(isVisible(name)).toBe(is)); // prettier-ignore
