import type { Refusal } from '../lib/api/answer.ts';
import type { Say } from './words.tsx';

/** A refusal as a sentence. A key nobody has written words for is still answered politely. */
export function refusalWords(say: Say, refusal: Refusal): string {
  const key = `refusal.${refusal.key}`;
  const plural = `${key}.other`;
  if (say.has(key) || say.has(plural)) return say(key as 'refusal.offline', refusal.params);
  return say('refusal.something_failed');
}
