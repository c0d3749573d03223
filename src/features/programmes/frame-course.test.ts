/** The course of a programme, told in words. */
import { expect, test } from 'vitest';
import { t } from '../../i18n/t.ts';
import type { Programme } from '../../schemas/programme.ts';
import { meetings } from './frame-course.ts';

const telling = { lang: 'en', say: t('en', 'programme'), region: String } as const;
const often = (from: number, to: number, either = false) =>
  meetings({ course: { meetings_a_month: { from, to, either } } } as Programme, telling);

test('a span, a choice between two numbers and one number are told apart', () => {
  expect(often(2, 4)).toBe('2 to 4 times a month');
  expect(often(2, 4, true)).toBe('2 or 4 times a month');
  expect(often(3, 3, true)).toBe('About 3 times a month');
});
