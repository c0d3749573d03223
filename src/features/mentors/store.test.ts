import { beforeEach, expect, test, vi } from 'vitest';
import type { Found } from '../../lib/api/rows.ts';
import { openSieve, type Sieve } from './sieve.ts';
import { chooseSieve, directory, moreMentors, type Directory } from './store.ts';

/** Every look that waits for the database, by its arguments; a test answers them in its own order. */
const asked: { sieve: Sieve; answer: (found: Found) => void }[] = [];
vi.mock('./api.ts', () => ({
  findMentors: (sieve: Sieve) => new Promise<Found>((answer) => asked.push({ sieve, answer })),
  readStanding: () => Promise.resolve(null),
}));

const page = (names: string[], next: Found['next'] = null) =>
  ({ mentors: names.map((name) => ({ person: name, name })), next }) as Found;
const next = { score: 1, person: 'b' } as Found['next'];
const names = () => {
  const seen = directory.$seen.get();
  return seen.at === 'ready' ? seen.data.mentors.map(({ name }) => name) : seen.at;
};

/** What a first look showed: two mentors, and more behind them. */
async function firstPage(): Promise<Directory> {
  const look = chooseSieve({ ...openSieve });
  asked.shift()!.answer(page(['a', 'b'], next));
  await look;
  const seen = directory.$seen.get();
  if (seen.at !== 'ready') throw new Error('The first page is there.');
  return seen.data;
}

beforeEach(() => {
  asked.length = 0;
});

test('the next page joins what is shown', async () => {
  const more = moreMentors(await firstPage());
  asked.shift()!.answer(page(['c']));
  expect(await more).toHaveLength(3);
  expect(names()).toEqual(['a', 'b', 'c']);
});

test('a page that comes after other choices were made is dropped', async () => {
  const more = moreMentors(await firstPage());
  const look = chooseSieve({ ...openSieve, words: 'nurse' });
  const [late, now] = asked.splice(0);
  now!.answer(page(['d']));
  await look;
  late!.answer(page(['c']));
  expect(await more).toBeNull();
  expect(names()).toEqual(['d']);
});

test('nor does it come before the page of the new choices', async () => {
  const more = moreMentors(await firstPage());
  const look = chooseSieve({ ...openSieve, words: 'nurse' });
  const [late, now] = asked.splice(0);
  late!.answer(page(['c']));
  await more;
  expect(names()).toEqual(['a', 'b']);
  now!.answer(page(['d']));
  await look;
  expect(names()).toEqual(['d']);
});
