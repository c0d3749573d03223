import { z } from 'zod';
import { countryBoxes } from './country.ts';
import { source } from './text.ts';

/** Whom a text is written for. The four between coordinator and everyone are the partners a programme works with. */
export const audiences = [
  'mentor',
  'mentee',
  'coordinator',
  'company',
  'municipality',
  'school',
  'housing',
  'everyone',
] as const;
export type Audience = (typeof audiences)[number];

/** What every text to read says about itself. */
export const text = z.strictObject({
  title: z.string().max(70).describe('The heading of the page, and what lists and search results call it.'),
  summary: z.string().max(220).describe('One or two plain sentences, shown in lists and search results.'),
  checked: z.coerce.date().describe('When somebody last read it through, and in which role.'),
  checked_by: z.enum(['editor', 'coordinator']).describe('The role of whoever read it.'),
  sources: z
    .array(source)
    .default([])
    .describe('Where its facts come from; a text with a figure in it needs at least one.'),
});

/** Front matter of a handbook article. */
export const article = text.extend({
  audience: z.enum(audiences).describe('Whom it is written for; its shelf in the handbook.'),
  order: z.number().int().positive().describe('Place in the journey within its audience, 1 first.'),
  countries: countryBoxes,
});

/** Front matter of a page of the site itself (about, contact, privacy, accessibility, become-a-mentor, find-a-mentor…). */
export const sitePage = z.strictObject({
  title: z.string().max(70).describe('The heading of the page, and what lists and search results call it.'),
  summary: z.string().max(220).describe('One or two plain sentences, shown in lists and search results.'),
});
