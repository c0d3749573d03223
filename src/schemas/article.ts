import { z } from 'zod';
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
  title: z.string().max(70),
  /** One or two plain sentences, shown in lists and search results. */
  summary: z.string().max(220),
  /** When somebody last read it through, and in which role. */
  checked: z.coerce.date(),
  checked_by: z.enum(['editor', 'coordinator']),
  sources: z.array(source).default([]),
});

/** Front matter of a handbook article. */
export const article = text.extend({
  audience: z.enum(audiences),
  /** Place in the journey within its audience, 1 first. */
  order: z.number().int().positive(),
});

/** Front matter of a page of the site itself (about, contact, privacy, accessibility, become-a-mentor, find-a-mentor…). */
export const sitePage = z.strictObject({
  title: z.string().max(70),
  summary: z.string().max(220),
});
