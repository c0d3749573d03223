import { expect, test } from 'vitest';
import { notesWith } from './notes.ts';

const notes = {
  impression: 'Clear.',
  parts: { work: 'Welder', life: '' },
  talked: { life: true },
  clarity: 4,
};

test('a change names what it changes, and the rest stays', () => {
  expect(notesWith(notes, {})).toEqual(notes);
  expect(notesWith({}, notes)).toEqual(notes);
  expect(notesWith(notes, { parts: { goals: 'A job.' }, talked: { life: false }, readiness: 5 })).toEqual({
    ...notes,
    parts: { work: 'Welder', life: '', goals: 'A job.' },
    talked: { life: false },
    readiness: 5,
  });
});

test('nothing is changed in what it is given', () => {
  const before = structuredClone(notes);
  notesWith(notes, { parts: { work: 'Driver' }, competences: { home: 'Cook' } });
  expect(notes).toEqual(before);
});
