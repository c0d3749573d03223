import { expect, test } from 'vitest';
import { besideDeskWords, deskWords } from './desk-words.ts';
import { words } from './t.ts';

test('at the desk a refusal speaks to a coordinator', () => {
  const own = words('nb', 'desk')['desk.refused.person_unknown'];
  expect(deskWords('nb', 'desk-people')['refusal.person_unknown']).toBe(own);
  expect(own).not.toBe(words('nb', 'refusal')['refusal.person_unknown']);
});

test('a page beside the desk takes along whose door it is and what it names, and no more of the desk', () => {
  const said = besideDeskWords('da', ['enquiry'], 'overtaken');
  expect(said).toMatchObject(words('da', 'enquiry'));
  expect(Object.keys(said).filter((key) => key.startsWith('desk.'))).toEqual([
    'desk.my-page',
    'desk.not-yours',
    'desk.not-yours.text',
    'desk.contact',
    'desk.overtaken',
  ]);
});
