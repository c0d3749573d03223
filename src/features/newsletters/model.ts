import * as z from 'zod/mini';
import { isVisible } from '../../lib/bidi.ts';
import { newsletterAudiences } from '../../schemas/newsletter.ts';

/** Lengths, as the constraints in `69_newsletters.sql` have them. */
export const limits = { newsletter_title: { min: 3, max: 100 }, newsletter_words: { min: 20, max: 3000 } };

const text = ({ min, max }: { min: number; max: number }) =>
  z
    .string()
    .check(
      z.trim(),
      z.minLength(min, { abort: true }),
      z.maxLength(max),
      z.refine(isVisible, { params: { key: 'form.missing' } }),
    );

/** The form of `begin_newsletter`. */
export const beginNewsletter = z.object({
  programme: z.string().check(z.minLength(1)),
  audience: z.enum(newsletterAudiences),
});

/** The form of `write_newsletter`. */
export const writeNewsletter = z.object({
  title: text(limits.newsletter_title),
  words: text(limits.newsletter_words),
});

/** The words around a newsletter in its mail, by language: `src/content/mails`. */
export interface MailFrame {
  subject: string;
  /** With `{title}`, `{words}`, `{link}`, `{site}`, `{programme}` and `{secret}` in it. */
  body: string;
}

/** The mail as it will be: what is not known is left out. */
export const mailOf = ({ body }: MailFrame, values: Record<string, string>): string =>
  body.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
