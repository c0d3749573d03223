import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { bare, base64 } from './jpeg.ts';

const segment = (marker: number, ...content: number[]) => [0xff, marker, 0, content.length + 2, ...content];
const app0 = segment(0xe0, 74, 70, 73, 70);
const size = segment(0xc0, 8, 1, 0, 1, 0);
const scan = [...segment(0xda, 1), 0xe1, 7, 0xff, 0xfe, 9, 0xff, 0xd9];

test('place, camera, profile and comments go, and the picture stays as it is', () => {
  const file = Uint8Array.from([0xff, 0xd8, ...app0, ...segment(0xe1, 69, 120), ...segment(0xe2, 1), ...segment(0xfe, 65), ...size, ...scan]); // prettier-ignore
  expect([...bare(file)]).toEqual([0xff, 0xd8, ...app0, ...size, ...scan]);
});

test.each([
  ['a program', [77, 90, 1, 2, 3, 4]],
  ['nothing', []],
  ['what breaks off', [0xff, 0xd8, ...app0]],
  ['what only begins like one', [0xff, 0xd8, 0, 0, 0, 0, 0]],
])('%s is no JPEG', (_, bytes) => {
  expect(() => bare(Uint8Array.from(bytes))).toThrow(RangeError);
});

test('bytes go as base64', () => {
  const bytes = Uint8Array.from([0, 255, 216, 10]);
  expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
});
