import { basename } from 'node:path';
import type { Entry } from '../../src/lib/content/entry.ts';
import { addressOf, sectionAddresses } from './addresses.ts';
import type { Content } from './content.ts';
import { atKey, type Problem } from './problem.ts';

/** Two texts with one address, two with one title, one key or number given twice, one place in the order given twice. */
export function duplicates({ root, entries }: Content): Problem[] {
  return [...addresses(root, entries), ...titles(entries), ...places(entries), ...keys(entries)];
}

/** All but the first of those that share something. */
function twice(
  entries: readonly Entry[],
  share: (entry: Entry) => string | undefined,
): { entry: Entry; first: Entry }[] {
  const seen = new Map<string, Entry>();
  return entries.flatMap((entry) => {
    const shared = share(entry);
    if (shared === undefined) return [];
    const first = seen.get(shared);
    if (first) return [{ entry, first }];
    seen.set(shared, entry);
    return [];
  });
}

function addresses(root: string, entries: readonly Entry[]): Problem[] {
  const sections = sectionAddresses(root);
  const taken = entries
    .filter((entry) => entry.collection === 'pages' && sections.has(addressOf(entry) ?? ''))
    .map((entry) => ({
      ...atKey(
        entry,
        [],
        `the slug “${entry.slug}” is taken by a section of the site`,
        'give the file another name',
      ),
      stops: true,
    }));
  // Case is no difference on every disk, and none to somebody who types an address.
  const same = twice(entries, (entry) => addressOf(entry)?.toLowerCase()).map(({ entry, first }) => ({
    ...atKey(
      entry,
      [],
      `the slug “${entry.slug}” is taken by ${first.file}`,
      `rename or delete ${entry.file}`,
    ),
    stops: true,
  }));
  return [...taken, ...same];
}

function titles(entries: readonly Entry[]): Problem[] {
  const titled = entries.filter(({ lang, data }) => lang && typeof data.title === 'string');
  return twice(titled, ({ lang, data }) => `${lang} ${String(data.title).trim().toLowerCase()}`).map(
    ({ entry, first }) =>
      atKey(
        entry,
        ['title'],
        `${first.file} has the same title`,
        'say in the title what is special about this text',
      ),
  );
}

/** Within one shelf, or else one audience, each place is one text's; modules and pages of results stand in one row. */
function places(entries: readonly Entry[]): Problem[] {
  const ordered = entries.filter(
    ({ lang, data, collection }) => data.order !== undefined && (lang === 'en' || collection === 'tools'),
  );
  const group = ({ collection, data }: Entry) =>
    [
      collection,
      ['modules', 'evidence'].includes(collection) ? '' : (data.shelf ?? data.audience ?? ''),
      data.order,
    ].join(' ');
  return twice(ordered, group).map(({ entry, first }) =>
    atKey(
      entry,
      ['order'],
      `order ${String(entry.data.order)} is taken by ${first.file}`,
      'give it the next free number, in every language',
    ),
  );
}

/** The key of a programme or a form is its file's name; a figure's number is its own. */
function keys(entries: readonly Entry[]): Problem[] {
  const named = entries
    .filter(
      ({ collection, lang, data, slug }) =>
        (collection === 'programmes' || collection === 'forms') && !lang && data.key !== slug,
    )
    .map((entry) => ({
      ...atKey(
        entry,
        ['key'],
        `key is “${String(entry.data.key)}” and the file is called ${basename(entry.file)}`,
        `write key: ${entry.slug}`,
      ),
      stops: true,
    }));
  const figures = entries.filter(({ collection }) => collection === 'figures');
  const numbers = twice(figures, ({ data }) => `${String(data.number)}`).map(({ entry, first }) =>
    atKey(
      entry,
      ['number'],
      `number ${String(entry.data.number)} is also that of ${first.file}`,
      'look it up in the register',
    ),
  );
  return [...named, ...numbers];
}
