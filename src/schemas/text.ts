import { z } from 'zod';

const name = '[a-z0-9]+(?:-[a-z0-9]+)*';

/** A name that can stand in an address: small letters, digits, single hyphens. */
export const slug = new RegExp(`^${name}$`);

/** An article or a module, as its address says it. */
export const reading = z.string().regex(new RegExp(`^(handbook|modules)/${name}$`));

/** One text in each interface language. */
export const inEveryLanguage = z.strictObject({
  en: z.string().min(1).describe('In English.'),
  nb: z.string().min(1).describe('In Norwegian bokmål.'),
  da: z.string().min(1).describe('In Danish.'),
  sv: z.string().min(1).describe('In Swedish.'),
});

/** Search words in each interface language; may be empty where the label says it all. */
export const wordsInEveryLanguage = z.strictObject({
  en: z.array(z.string().min(2)).describe('In English.'),
  nb: z.array(z.string().min(2)).describe('In Norwegian bokmål.'),
  da: z.array(z.string().min(2)).describe('In Danish.'),
  sv: z.array(z.string().min(2)).describe('In Swedish.'),
});

/** Where a fact comes from: one of the four source documents and the section in it. */
export const source = z.strictObject({
  document: z
    .enum(['000', '001', '002', '003'])
    .describe('Number of the document in `src/content/sources.yaml`.'),
  section: z
    .string()
    .min(2)
    .describe("The section's heading as `src/content/sources.yaml` has it; several with `; ` between them."),
});
