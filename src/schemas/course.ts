import { z } from 'zod';
import { inEveryLanguage, reading } from './text.ts';

const answer = z.strictObject({
  text: inEveryLanguage.describe('What one may answer.'),
  right: z.boolean().default(false).describe('Whether it is the answer the text gives; exactly one is.'),
});

const question = z
  .strictObject({
    ask: inEveryLanguage.describe('The question, as one would ask a colleague.'),
    answers: z.array(answer).min(2).max(4).describe('What one may choose from, in the order shown.'),
    because: inEveryLanguage.describe('Said after any answer: why it is so, kindly. Nobody fails.'),
  })
  .refine(({ answers }) => answers.filter(({ right }) => right).length === 1, 'exactly one answer is right');

/** A few questions to a text of the handbook or a module, for whoever gets ready. Nothing of the answers is kept. */
export const course = z.strictObject({
  text: reading.describe('The text it is about, as its address says it: `handbook/the-first-hour`.'),
  questions: z.array(question).min(1).max(3).describe('One to three questions, each a minute.'),
});
