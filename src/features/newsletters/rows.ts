import type { NewsletterAudience } from '../../schemas/newsletter.ts';
import type { Locale } from '../../schemas/vocabulary.ts';

/** The JSON that `69_newsletters.sql` answers with. */

export interface NewsletterText {
  title: string;
  words: string;
}
interface Newsletter {
  id: string;
  programme: string;
  audience: NewsletterAudience;
  texts: Partial<Record<Locale, NewsletterText>>;
  /** What whoever reads a language that is not written gets; null where none is. */
  first: Locale | null;
}
export interface BegunNewsletter extends Newsletter {
  version: number;
  /** How many it would be mailed to now. */
  receivers: number;
}
export interface SentNewsletter extends Newsletter {
  sent_at: string;
  receivers: number;
}
export interface NewsletterDesk {
  /** For which I write: those of which I coordinate the whole. */
  programmes: string[];
  begun: BegunNewsletter[];
  sent: { count: number; items: SentNewsletter[] };
  /** What I typed and did not save: `newsletter-<locale>/<id>`. */
  drafts: Record<string, Partial<NewsletterText>>;
}

/** A newsletter as a member reads it. */
export interface MyNewsletter extends NewsletterText {
  id: string;
  programme: string;
  sent_at: string;
  locale: Locale;
}
