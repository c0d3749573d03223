import { z } from 'zod';
import { text } from './article.ts';

/** Front matter of a programme's page in one language. */
export const programmeWords = text.pick({ checked: true, checked_by: true }).extend({
  title: z.string().max(60).describe('What the programme is called.'),
  summary: z.string().max(200).describe('One or two plain sentences, shown in lists and search results.'),
  for_whom: z.string().max(240).describe('For whom, in one sentence.'),
  expect: z.array(z.string()).min(2).describe('What a mentee may expect, one line each.'),
  do_not_expect: z.array(z.string()).min(2).describe('What a mentee should not expect, one line each.'),
});
