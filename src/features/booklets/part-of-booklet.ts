import type { Audience } from '../../schemas/article.ts';
import type { BookletKind } from '../../lib/booklets.ts';

/** The shelves of the handbook that a booklet holds; the one for job search holds the modules instead. */
export const shelvesOf: Record<Exclude<BookletKind, 'job-search'>, Audience[]> = {
  mentor: ['mentor'],
  mentee: ['mentee'],
  coordinator: ['coordinator'],
  partners: ['company', 'municipality', 'school', 'housing'],
};

interface Around {
  /** The text's own name, which its anchors begin with. */
  slug: string;
  /** Addresses of the texts in the same booklet, as `/nb/handbook/the-first-hour/`. */
  inside: ReadonlySet<string>;
  site: URL | undefined;
  /** Says `page 12`; the number is filled in when the pages are known. */
  onPage: (number: string) => string;
}

/**
 * A text's HTML as part of a booklet: headings one level lower, anchors that no other text has and links to them, links to
 * texts of the same booklet with their page, and all other links with the site's whole address.
 */
export function partOfBooklet(html: string, { slug, inside, site, onPage }: Around): string {
  return html
    .replace(/<(\/?)h([2-5])\b/g, (_, end: string, level: string) => `<${end}h${Number(level) + 1}`)
    .replace(/ (id="|href="#)([^"]+)"/g, ` $1${slug}--$2"`)
    .replace(/<a href="(\/[^"]*)">(.*?)<\/a>/gs, (_, href: string, words: string) => {
      const address = href.replace(/#.*/, '');
      if (!inside.has(address)) return `<a class="site" href="${new URL(href, site).href}">${words}</a>`;
      const target = address.split('/').at(-2) ?? '';
      const number = `<span data-page-of="${target}">00</span>`;
      return `<a href="#${target}">${words}</a> (${onPage(number)})`;
    });
}
