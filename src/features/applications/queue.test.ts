import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import {
  concernShape,
  daysLeft,
  decideShape,
  heapCount,
  inviteShape,
  missingParts,
  nextAfter,
  programmesOf,
  reasonsFor,
  stepFrom,
} from './queue.ts';
import { decisions, type GuidePart, type InterviewNotes } from './desk-model.ts';

test('the heap of what is to be done counts what still needs a human', () => {
  expect(heapCount({ sent: 3, asked: 2, interview: 1, waiting: 9, accepted: 40 }, 'todo')).toBe(6);
  expect(heapCount({}, 'line')).toBe(0);
  // How many are due, no state tells.
  expect(heapCount({ sent: 3 }, 'due')).toBeNull();
});

test('two regions of a programme are one programme', () => {
  expect(programmesOf(['settle-in', 'highly-skilled/no-11', 'highly-skilled/no-03'])).toEqual([
    'settle-in',
    'highly-skilled',
  ]);
});

test('after a decision the one below comes up, at the end the one above, else none', () => {
  expect(nextAfter(['a', 'b', 'c'], 'b')).toBe('c');
  expect(nextAfter(['a', 'b', 'c'], 'c')).toBe('b');
  expect(nextAfter(['a'], 'a')).toBeNull();
  expect(nextAfter([], 'a')).toBeNull();
});

test('one step in the queue stays within it', () => {
  expect(stepFrom(['a', 'b'], 'b', 1)).toBe('b');
  expect(stepFrom(['a', 'b'], 'b', -1)).toBe('a');
  expect(stepFrom(['a', 'b'], null, 1)).toBe('a');
  expect(stepFrom([], null, 1)).toBeNull();
});

test('a promise is counted in days', () => {
  expect(daysLeft('2026-12-03', '2026-11-21')).toBe(12);
  expect(daysLeft('2026-11-21', '2026-11-21')).toBe(0);
  expect(daysLeft('2026-11-19', '2026-11-21')).toBe(-2);
});

test('each decision has a reason for each part', () => {
  for (const decision of decisions)
    for (const part of ['mentee', 'mentor'] as const)
      expect(reasonsFor(decision, part).length, `${decision}/${part}`).toBeGreaterThan(0);
});

const guide: GuidePart[] = [
  { id: 'work', heading: '', text: undefined, prompts: [], required: true },
  { id: 'life', heading: '', text: undefined, prompts: [], required: false },
];

test('a required part with nothing but blanks is missing', () => {
  const missing = (notes: InterviewNotes, ...ids: string[]) =>
    missingParts([...guide, ...ids.map((id) => ({ ...guide[0]!, id }))], notes).map(({ id }) => id);
  expect(missing({ parts: { work: '  ' } })).toEqual(['work']);
  expect(missing({ parts: { work: 'Nurse for nine years.' } })).toEqual([]);
  expect(missing({})).toEqual(['work']);
  expect(missing({ talked: { work: true } })).toEqual([]);
  // Scales and competences have a place of their own.
  const own = ['clear', 'ready', 'competences'];
  expect(missing({ parts: { work: 'x', clear: 'x' } }, ...own)).toEqual(own);
  expect(
    missing({ talked: { work: true }, clarity: 1, readiness: 1, competences: { home: 'x' } }, ...own),
  ).toEqual([]);
});

const keysOf = (schema: z.ZodMiniType, values: object) => {
  const result = schema.safeParse(values);
  return result.success ? [] : result.error.issues.map(({ path }) => String(path[0]));
};
const yes = {
  decision: 'accept',
  reason: 'ready',
  letter: 'Welcome, we are glad.',
  anyway: '',
  order: '',
};

test('a yes asks for met rules, and for the talk or a reason why it counts without', () => {
  expect(keysOf(decideShape(0, 0), yes)).toEqual([]);
  expect(keysOf(decideShape(1, 0), yes)).toEqual(['decision']);
  expect(keysOf(decideShape(0, 2), yes)).toEqual(['anyway']);
  expect(keysOf(decideShape(0, 2), { ...yes, anyway: 'I know her well.' })).toEqual([]);
  expect(keysOf(decideShape(1, 2), { ...yes, decision: 'wait' })).toEqual([]);
  expect(keysOf(decideShape(0, 0, 3), yes)).toEqual(['order']);
  expect(keysOf(decideShape(0, 0, 3), { ...yes, order: 'Moves away soon.' })).toEqual([]);
  expect(keysOf(decideShape(0, 0, 3), { ...yes, decision: 'wait' })).toEqual([]);
});

const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
const talk = {
  ...{ day1: soon, time1: '10:00', day2: '', time2: '', day3: '', time3: '' },
  ...{ minutes: '45', how: 'online', place: 'The link comes by mail.' },
};

test('a talk has one to three times, all to come and all whole', () => {
  expect(keysOf(inviteShape, talk)).toEqual([]);
  expect(keysOf(inviteShape, { ...talk, day2: soon })).toEqual(['day2']);
  expect(keysOf(inviteShape, { ...talk, day1: '2999-01-02' })).toEqual(['day1']);
  expect(keysOf(inviteShape, { ...talk, day3: '2020-01-03', time3: '10:00' })).toEqual(['day3']);
  expect(keysOf(inviteShape, { ...talk, day1: '' })).toContain('day1');
  expect(keysOf(inviteShape, { ...talk, minutes: '5' })).toEqual(['minutes']);
  expect(keysOf(inviteShape, { ...talk, minutes: '500' })).toEqual(['minutes']);
});

test('a concern is a few words, or nothing to take it away', () => {
  expect(keysOf(concernShape, { concern: '' })).toEqual([]);
  expect(keysOf(concernShape, { concern: 'no' })).toEqual(['concern']);
  expect(keysOf(concernShape, { concern: 'A doctor first.' })).toEqual([]);
});
