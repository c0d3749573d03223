import { isDeepStrictEqual } from 'node:util';
import type { Entry } from '../../src/lib/content/entry.ts';
import { nameOf, standings, type Translation } from '../../src/lib/content/translations.ts';
import { facts } from '../../src/lib/content/words.ts';
import type { Content } from './content.ts';
import { atKey, type Problem } from './problem.ts';

/** Texts without an English original or without a translation, translations of older words, facts that differ. */
export function languages({ entries, unread, said }: Content): Problem[] {
  const names = new Set(entries.map(nameOf));
  // A file that cannot be read is there all the same, and has its own line in the list.
  const there = new Set(unread.map(({ file }) => file));
  const orphans = entries
    .filter(
      (entry) =>
        entry.lang && !names.has(nameOf({ ...entry, lang: 'en' })) && !there.has(fileIn(entry, 'en')),
    )
    .map((entry) => ({
      ...atKey(entry, [], 'the English text is missing', `write ${fileIn(entry, 'en')}, or delete this one`),
      stops: true,
    }));
  const all = standings(entries, said);
  const gaps = all.filter(({ original, lang }) => !there.has(fileIn(original, lang)));
  return [...orphans, ...gaps.flatMap(repairs), ...all.flatMap(differences), ...wordless(entries)];
}

const fileIn = (entry: Entry, lang: string) => entry.file.replace(`/${entry.lang}/`, `/${lang}/`);

function repairs({ collection, slug, lang, standing, original, entry }: Translation): Problem[] {
  const name = `${collection}/${lang}/${slug}`;
  if (standing === 'missing') {
    const repair = `write ${fileIn(original, lang)}, or show English until then: npm run content -- --later ${name}`;
    return [{ ...atKey(original, [], `there is no translation into “${lang}”`, repair), stops: true }];
  }
  if (!entry) return [];
  const then = `then say that it is true: npm run content -- --translated ${name}`;
  if (standing === 'outdated')
    return [
      atKey(
        entry,
        [],
        'the English text has changed since this was translated',
        `compare it with ${original.file}, ${then}`,
      ),
    ];
  if (standing === 'unsaid')
    return [
      atKey(
        entry,
        [],
        'nobody has said yet that this translation is true',
        `read it beside ${original.file}, ${then}`,
      ),
    ];
  return [];
}

/** Audience, order, dates and sources are facts: they do not depend on who reads. */
function differences({ original, entry }: Translation): Problem[] {
  if (!entry) return [];
  const [english, own] = [facts(original), facts(entry)];
  return [...new Set([...Object.keys(english), ...Object.keys(own)])]
    .filter((key) => !isDeepStrictEqual(english[key], own[key]))
    .map((key) =>
      atKey(
        entry,
        [key],
        `“${key}” is not what the English text says`,
        `make it the same as in ${original.file}`,
      ),
    );
}

/** A file of facts wants words (`tools/x.yaml`, `tools/en/x.yaml`), and words want their facts. */
function wordless(entries: readonly Entry[]): Problem[] {
  const inBoth = entries.filter(({ collection }) => collection === 'tools' || collection === 'programmes');
  const has = (entry: Entry, lang: 'en' | null) =>
    inBoth.some((one) => one.collection === entry.collection && one.slug === entry.slug && one.lang === lang);
  return inBoth.flatMap((entry) => {
    const place = `src/content/${entry.collection}`;
    const extension = entry.collection === 'tools' ? 'yaml' : 'md';
    const words = `${place}/en/${entry.slug}.${extension}`;
    if (!entry.lang && !has(entry, 'en'))
      return [{ ...atKey(entry, [], 'its words are missing', `write ${words}`), stops: true }];
    if (entry.lang === 'en' && !has(entry, null))
      return [
        { ...atKey(entry, [], 'its facts are missing', `write ${place}/${entry.slug}.yaml`), stops: true },
      ];
    return [];
  });
}
