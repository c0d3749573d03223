import { z } from 'zod';
import { inEveryLanguage } from './text.ts';

/** Collections whose texts a word of the glossary may lead to. */
export const termsLeadTo = ['handbook', 'modules', 'stories', 'evidence'] as const;

/** A word of the glossary: what we call it in each language, and what we mean by it. */
export const term = z.strictObject({
  term: inEveryLanguage.describe('What we call it.'),
  meaning: inEveryLanguage.describe('What we mean by it, in one or two sentences.'),
  see: z
    .array(z.string().regex(/^[a-z]+(\/[a-z0-9-]+)?$/))
    .default([])
    .describe(
      'Articles, modules, stories and pages of results to read on, without the language: `handbook/the-first-hour`.',
    ),
});
