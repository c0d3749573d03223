import type { MailFrame } from '../../features/newsletters/model.ts';
import { locales, type Locale } from '../../schemas/vocabulary.ts';

const files = import.meta.glob<string>('/src/content/mails/*/newsletter-sent.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** What stands around a newsletter in its mail, by language, for those who look at it before it leaves. */
export function newsletterFrames(): Record<Locale, MailFrame> {
  return Object.fromEntries(locales.map((locale) => [locale, frameIn(locale)])) as Record<Locale, MailFrame>;
}

function frameIn(locale: Locale): MailFrame {
  const source = files[`/src/content/mails/${locale}/newsletter-sent.md`] ?? '';
  const [, subject = '', body = ''] = /^---\nsubject: (.+)\n---\n([\s\S]*)$/.exec(source) ?? [];
  return { subject, body };
}
