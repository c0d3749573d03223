import { fingerprint } from '../../src/lib/content/words.ts';
import { nameOf, standings, writeSaid, type Said } from '../../src/lib/content/translations.ts';
import type { Content } from './content.ts';

/**
 * Writes down that translations are true again, or that they may wait, and forgets texts that are gone.
 * `all` means every translation that is there, or every one that is missing.
 */
export function say(
  { root, entries, said }: Content,
  { translated, later }: { translated: readonly string[]; later: readonly string[] },
): { ok: boolean; words: string } {
  const all = standings(entries, said);
  const known = new Map(all.map((one) => [nameOf(one), one]));
  const unknown = [...translated, ...later].filter((name) => name !== 'all' && !known.has(plain(name)));
  if (unknown.length > 0)
    return {
      ok: false,
      words: `There is no English text for ${unknown.join(', ')}. Name it like handbook/nb/the-first-hour.`,
    };
  const absent = translated.map(plain).filter((name) => known.get(name) && !known.get(name)?.entry);
  if (absent.length > 0)
    return {
      ok: false,
      words: `There is no translation ${absent.join(', ')} yet. Write it first, or say --later.`,
    };

  const next: Said = {};
  let changed = 0;
  for (const one of all) {
    const text = `${one.collection}/${one.slug}`;
    const before = said[text]?.[one.lang];
    const named = (names: readonly string[]) =>
      names.some((name) => name === 'all' || plain(name) === nameOf(one));
    const now = one.entry
      ? named(translated) ? fingerprint(one.original) : before
      : named(later) ? 'later' : before; // prettier-ignore
    if (now) next[text] = { ...next[text], [one.lang]: now };
    if (now !== before) changed += 1;
  }
  writeSaid(root, next);
  return {
    ok: true,
    words: `${changed} noted in src/content/translations.yaml. Commit it together with the texts.`,
  };
}

/** `src/content/handbook/nb/x.md` is as good a name as `handbook/nb/x`. */
const plain = (name: string) => name.replace(/^(\.\/)?src\/content\//, '').replace(/\.(md|yaml)$/, '');
