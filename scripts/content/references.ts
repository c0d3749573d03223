import type { CollectionName } from '../../src/lib/content/collections.ts';
import type { Entry } from '../../src/lib/content/entry.ts';
import { termsLeadTo } from '../../src/schemas/term.ts';
import { isNoted, type Tool } from '../../src/schemas/tool.ts';
import { addressOf, sectionAddresses } from './addresses.ts';
import type { Content } from './content.ts';
import { atKey, type Problem } from './problem.ts';

interface Reference {
  path: readonly PropertyKey[];
  to: string;
}

/** Names of other files in the front matter that nobody has written. */
export function references({ root, entries }: Content): Problem[] {
  const files = new Set(
    entries.filter(({ lang }) => lang === null).map(({ collection, slug }) => `${collection}/${slug}`),
  );
  const pages = new Set([...entries.flatMap((entry) => addressOf(entry) ?? []), ...sectionAddresses(root)]);
  return entries.flatMap((entry) => {
    const problem = ({ path, to }: Reference) =>
      atKey(entry, path, `there is no ${to}`, 'correct the name, or write that file first');
    return [
      ...talkedOf(entry, entries),
      ...abroad(entry, entries),
      ...astray(entry, entries),
      ...ledTo(entry, entries),
      // A page that shows a file of facts cannot be built without it.
      ...filesNamedBy(entry).filter(({ to }) => !files.has(to)).map((one) => ({ ...problem(one), stops: true })),
      ...pagesNamedBy(entry).filter(({ to }) => !pages.has(`/en/${to}/`)).map(problem),
    ]; // prettier-ignore
  });
}

/** Keys of files of facts: the figures of a page, the authorities of a country box, the programme of a story or a question, the
 * courses of a programme. */
function filesNamedBy({ data }: Entry): Reference[] {
  const ready = (data.onboarding ?? {}) as Record<string, { course?: unknown }>;
  const boxes = list(data.countries) as { authorities?: unknown }[];
  return [
    ...['mentee', 'mentor'].flatMap((part) =>
      named('courses', ['onboarding', part, 'course'], list(ready[part]?.course)),
    ),
    ...named('figures', ['figures'], list(data.figures)),
    ...boxes.flatMap((box, at) =>
      named('authorities', ['countries', at, 'authorities'], list(box.authorities)),
    ),
    ...(typeof data.programme === 'string'
      ? [{ path: ['programme'], to: `programmes/${data.programme}` }]
      : []),
    ...list(data.steps).flatMap((step, at) =>
      list((step as { questions?: unknown }).questions).flatMap((question, nr) =>
        named(
          'programmes',
          ['steps', at, 'questions', nr, 'programmes'],
          list((question as { programmes?: unknown }).programmes),
        ),
      ),
    ),
  ];
}

/** Parts of a programme's first talk that its sheet does not have: the desk has no words for them. */
function talkedOf(entry: Entry, entries: readonly Entry[]): Problem[] {
  if (entry.collection !== 'programmes' || entry.lang !== null) return [];
  const talk = (entry.data.talk ?? {}) as Record<string, { parts?: unknown } | null>;
  return ['mentee', 'mentor'].flatMap((part) => {
    const sheet = `tools/${part}-interview-guide`;
    const bones = entries.find(
      ({ collection, slug, lang }) => lang === null && `${collection}/${slug}` === sheet,
    );
    const known = (list(bones?.data.parts) as Tool['parts']).filter(isNoted).map(({ id }) => id);
    return list(talk[part]?.parts).flatMap((id, at) =>
      known.includes(String(id))
        ? []
        : [{ ...atKey(entry, ['talk', part, 'parts', at], `“${String(id)}” is nothing to note in ${sheet}`, `choose among ${known.join(', ')}`), stops: true }],
    );
  }); // prettier-ignore
}

/** Bodies that a country box names although they decide in another country. */
function abroad(entry: Entry, entries: readonly Entry[]): Problem[] {
  const boxes = list(entry.data.countries) as { country?: unknown; authorities?: unknown }[];
  return boxes.flatMap((box, at) =>
    list(box.authorities).flatMap((key, nr) => {
      const body = entries.find(({ collection, slug }) => collection === 'authorities' && slug === key);
      if (!body || body.data.country === box.country) return [];
      const what = `authorities/${body.slug} is in ${String(body.data.country)}, the box is for ${String(box.country)}`;
      const repair = `name a body of ${String(box.country)}, or correct the country`;
      return [{ ...atKey(entry, ['countries', at, 'authorities', nr], what, repair), stops: true }];
    }),
  );
}

/** Places of a programme, in its rules of today and of earlier days, that are no region, or do not lie in theirs. */
function astray(entry: Entry, entries: readonly Entry[]): Problem[] {
  if (entry.collection !== 'programmes' || entry.lang !== null) return [];
  const regions = entries
    .filter(({ collection }) => collection === 'places')
    .flatMap(({ data }) => list(data.regions) as { key: string; municipalities?: { key: string }[] }[]);
  const townsOf = (region: string) => regions.find(({ key }) => key === region)?.municipalities ?? [];
  const problem = (path: PropertyKey[], what: string) => ({
    ...atKey(entry, path, what, 'correct the key, or add the place to src/content/places'),
    stops: true,
  });
  const rules = [entry.data, ...(list(entry.data.earlier) as Entry['data'][])];
  return rules.flatMap((dated, nr) => {
    const at = nr === 0 ? [] : ['earlier', nr - 1];
    const narrowed = Object.entries((dated.municipalities ?? {}) as Record<string, unknown>);
    return [
      ...list(dated.regions).flatMap((region, one) =>
        regions.some(({ key }) => key === region)
          ? []
          : [problem([...at, 'regions', one], `there is no region ${String(region)}`)],
      ),
      ...narrowed.flatMap(([region, towns]) =>
        list(towns).flatMap((town, one) =>
          townsOf(region).some(({ key }) => key === town)
            ? []
            : [
                problem(
                  [...at, 'municipalities', region, one],
                  `${String(town)} is no municipality of ${region}`,
                ),
              ],
        ),
      ),
    ];
  });
}

/** What a word of the glossary leads to and is no text: its title would be the words of the link. */
function ledTo(entry: Entry, entries: readonly Entry[]): Problem[] {
  if (entry.collection !== 'glossary') return [];
  const isText = (to: string) =>
    entries.some(({ collection, lang, slug }) => termsLeadTo.some((shelf) => shelf === collection) && lang === 'en' && `${collection}/${slug}` === to);
  return list(entry.data.see).flatMap((to, at) =>
    isText(String(to))
      ? []
      : [{ ...atKey(entry, ['see', at], `${String(to)} is no text`, `name one of ${termsLeadTo.join(', ')}, a slash, and its file without the ending`), stops: true }],
  );
} // prettier-ignore

/** Pages to read on, without the language. */
const pagesNamedBy = ({ collection, data }: Entry): Reference[] => [
  ...list(data.read).map((to, at) => ({ path: ['read', at], to: String(to) })),
  // The text a course asks about.
  ...(collection === 'courses' ? [{ path: ['text'], to: String(data.text) }] : []),
];

const named = (folder: CollectionName, path: PropertyKey[], keys: unknown[]): Reference[] =>
  keys.map((key, at) => ({ path: [...path, at], to: `${folder}/${String(key)}` }));

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
