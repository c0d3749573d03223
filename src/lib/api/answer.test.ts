import { expect, test } from 'vitest';
import { refusalOf } from './answer.ts';

test.each([
  [{ code: 'P0001', message: 'mentor_full' }, 400, 'mentor_full'],
  [{ code: 'SUP', message: 'PostgresError: mentor_full' }, 500, 'mentor_full'],
  [{ code: '23514', message: 'new row violates check constraint "reply_length"' }, 400, 'reply_length'],
  [{ code: '23502', message: 'null value in column "hours"' }, 400, 'something_missing'],
  // More than the column's number can hold.
  [{ code: '22003', message: 'smallint out of range' }, 400, 'input_unsound'],
  [{ code: '22P02', message: 'invalid input syntax for type integer' }, 400, 'input_unsound'],
  [{ code: 'XX000', message: 'cache lookup failed' }, 500, 'something_failed'],
])('%o, %d: %s', (failure, status, key) => {
  expect(refusalOf(failure, status).key).toBe(key);
});
