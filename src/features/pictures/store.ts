import type { Picture } from '../../lib/api/rows.ts';
import { picturesOf } from './api.ts';

type Found = Promise<Partial<Record<string, Picture>>>;
/** Who is asked for in the call to come, and the answer for all of them. */
let people: string[] = [];
let answer: Found;

/**
 * Somebody's picture, if she has one, later: cards are drawn first, then one call brings the pictures of all of them.
 * Without an answer the drawn stone stays.
 */
export async function pictureOf(person: string): Promise<Picture | undefined> {
  // The first one opens a call; whoever is drawn in the same moment goes along. Nobody draws more than fifty at once.
  if (people.push(person) === 1) answer = once();
  return (await answer)[person];
}

async function once(): Found {
  await new Promise((later) => setTimeout(later, 200));
  const all = people;
  people = [];
  return picturesOf(all).catch(() => ({}));
}
