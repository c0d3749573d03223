import { z } from 'zod';

/** One text in each interface language. */
export const inEveryLanguage = z.strictObject({
  en: z.string().min(1),
  nb: z.string().min(1),
  da: z.string().min(1),
  sv: z.string().min(1),
});

/** Search words in each interface language; may be empty where the label says it all. */
export const wordsInEveryLanguage = z.strictObject({
  en: z.array(z.string().min(2)),
  nb: z.array(z.string().min(2)),
  da: z.array(z.string().min(2)),
  sv: z.array(z.string().min(2)),
});

/** Where a fact comes from: one of the four source documents and the section in it. */
export const source = z.strictObject({
  document: z.enum(['000', '001', '002', '003']),
  section: z.string().min(2),
});
