import type { Entry } from '../../src/lib/content/entry.ts';
import { pieces } from '../../src/lib/content/words.ts';
import { sentences } from '../../src/lib/reading-level.ts';
import type { Content } from './content.ts';
import { atKey, lineIn, type Problem } from './problem.ts';

/** Sources that nobody could look up, and shares that name none. */
export function sources({ entries, documents }: Content): Problem[] {
  const headings = new Map(
    Object.entries(documents).map(([document, { sections }]) => [document, sections.map(plain)]),
  );
  return entries.flatMap((entry) => [...unknown(entry, headings), ...sourceless(entry)]);
}

interface Source {
  document: string;
  section: string;
}

const sourcesOf = ({ data }: Entry): Source[] =>
  Array.isArray(data.sources) ? (data.sources as Source[]) : [];

function unknown(entry: Entry, headings: ReadonlyMap<string, string[]>): Problem[] {
  return sourcesOf(entry).flatMap(({ document, section }, at) => {
    const path = ['sources', at];
    const known = headings.get(document);
    if (!known) {
      const repair = `name one of ${[...headings.keys()].sort().join(', ')}, or add it to src/content/sources.yaml`;
      return [
        { ...atKey(entry, [...path, 'document'], `there is no document “${document}”`, repair), stops: true },
      ];
    }
    const missing = String(section)
      .split(/;\s+/)
      .filter((one) => !knows(known, plain(one)));
    return missing.map((one) => ({
      ...atKey(
        entry,
        [...path, 'section'],
        `document ${document} has no section “${one}”`,
        'copy the heading from src/content/sources.yaml, or add it there if the document has it',
      ),
      stops: true,
    }));
  });
}

/** A section by its heading or its number; or a section and what stands in it: “Mentees, tabel 6”, “2.3, fodnote 4”. */
function knows(sections: readonly string[], wanted: string, within = false): boolean {
  // A note is found below its section only.
  if (/^fodnote \d+$/.test(wanted)) return within;
  if (sections.some((one) => one === wanted || numberOf(one) === wanted)) return true;
  return [...wanted.matchAll(/[,:] /g)].some(
    ({ index }) => knows(sections, wanted.slice(0, index)) && knows(sections, wanted.slice(index + 2), true),
  );
}

const numberOf = (section: string) =>
  /^(?:[\d.]+|tabel \d+|fig\.\d+)(?=\W|$)/.exec(section)?.[0].replace(/\.$/, '');

/** Without the section sign, the full stop after a number, and capitals. */
function plain(section: string): string {
  return section
    .trim()
    .toLowerCase()
    .replace(/^§\s*/, '')
    .replace(/^((?:tabel )?\d+(?:\.\d+)*)\.(?=\s)/, '$1')
    .replace(/[.?]$/, '');
}

const share = /\d\s?%|\d[\d.,]* (?:per ?cent|prosent|procent)\b/i;

/** A share without a source: in texts, whose front matter has a place for it. */
function sourceless(entry: Entry): Problem[] {
  if (!entry.lang || entry.collection === 'tools' || sourcesOf(entry).length > 0) return [];
  const withShares = pieces(entry).filter(({ text }) => share.test(text));
  return withShares.flatMap((piece) =>
    sentences(piece.text)
      .map(({ text }) => text)
      .filter((sentence) => share.test(sentence))
      .map((sentence) => ({
        file: entry.file,
        line: lineIn(piece, Math.max(0, piece.text.indexOf(sentence.slice(0, 12)))),
        what: `“${sentence.slice(0, 60)}” is a figure without a source`,
        repair: 'name the document and its section under sources in the front matter',
      })),
  );
}
