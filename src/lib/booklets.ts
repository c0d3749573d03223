import { locales, type Locale } from '../schemas/vocabulary.ts';

/** The booklets there are: the handbook by audience, its four shelves for partners in one, and the job-search modules. */
const bookletKinds = ['mentor', 'mentee', 'coordinator', 'partners', 'job-search'] as const;
export type BookletKind = (typeof bookletKinds)[number];

export interface Booklet {
  lang: Locale;
  kind: BookletKind;
}

/**
 * Which booklets a build makes, from the variable `BOOKLETS`: nothing, `all`, or a list such as `nb/mentee,en/mentor`.
 * @throws if the list names one that does not exist
 */
export function wantedBooklets(variable = process.env['BOOKLETS'] ?? ''): Booklet[] {
  const all = locales.flatMap((lang) => bookletKinds.map((kind) => ({ lang, kind })));
  if (variable === 'all') return all;
  return variable
    .split(',')
    .filter(Boolean)
    .map((name) => {
      const found = all.find(({ lang, kind }) => `${lang}/${kind}` === name.trim());
      if (!found)
        throw new Error(`BOOKLETS names “${name}”: write “all”, or a list like nb/mentee,en/mentor`);
      return found;
    });
}

/** Where a booklet is read. */
export function bookletAddress({ lang, kind }: Booklet): string {
  return `/booklets/${lang}-${kind}.pdf`;
}
