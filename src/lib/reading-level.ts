/**
 * How hard a text is to read. Works on Markdown: headings, code and link targets are left out, a list item or paragraph
 * without a full stop is a sentence of its own.
 */

const word = /[\p{L}\p{N}]+(?:[.,’'@/-][\p{L}\p{N}]+)*/gu;

/**
 * A full stop ends a sentence only before white space and a capital, so that "21. november" and "2.2" do not; nor does that
 * of an abbreviation after which a sentence goes on.
 */
const sentenceEnd =
  /(?<=[.!?…][«»”"')\]]?)(?<!(?<![\p{L}.])(?:bl\.\s?a|f\.\s?eks|t\.\s?ex|e\.g|i\.e|dvs|d|ca|[Kk]l|[Nn]r|St|Dr|Mrs?|Ms)\.)\s+(?=[«»“”"'([]?\p{Lu})/u;

/** The blocks a reader reads as running text, one string each: paragraphs, list items, table cells. */
function blocks(markdown: string): string[] {
  return (
    markdown
      .replace(/^```[\s\S]*?^```/gm, '')
      .replace(/^#+ .*$/gm, '')
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
      // A line that begins with a date ("21. november") is none of a list.
      .replace(/^[ >]*(?:[-*+]|\d+[.)](?! \p{Ll})) /gmu, '\n')
      // Each cell of a table is read by itself.
      .replace(/^.*\|.*$/gm, (row) => `\n${row.replaceAll('|', '\n\n')}\n`)
      .replace(/[*_`]/g, ' ')
      .split(/\n\s*\n/)
      .map((block) => block.replace(/\s+/g, ' ').trim())
      .filter((block) => block !== '')
  );
}

/** A sentence, with its words. */
export interface Sentence {
  text: string;
  words: string[];
}

/** The sentences of a Markdown text, without its headings. */
export function sentences(text: string): Sentence[] {
  return blocks(text)
    .flatMap((block) => block.split(sentenceEnd))
    .map((sentence) => ({ text: sentence, words: sentence.match(word) ?? [] }))
    .filter(({ words }) => words.length > 0);
}

/** How many words some sentences have together. */
export function countWords(all: readonly Sentence[]): number {
  return all.reduce((sum, { words }) => sum + words.length, 0);
}

/** LIX: words per sentence plus the share, in per cent, of words of more than six letters. For Danish, Norwegian and Swedish. */
export function lix(all: readonly Sentence[]): number {
  if (all.length === 0) return 0;
  const count = countWords(all);
  const long = all.reduce((sum, { words }) => sum + words.filter(isLong).length, 0);
  return count / all.length + (100 * long) / count;
}

/** No letter of our languages has a length of two; only a word with such signs has to be counted out. */
const isLong = (one: string) => one.length > 6 && [...one].length > 6;

/** English syllables by rule of thumb: groups of vowels, without a silent final e or ed. */
function syllables(one: string): number {
  const stem = one
    .toLowerCase()
    .replace(/[’']s?$/, '')
    .replace(/(?<=[^aeiouyl])es?$|(?<=[^aeiouytd])ed$|(?<=[aeiouy]l)es?$/, '');
  return Math.max(1, stem.match(/[aeiouy]+/g)?.length ?? 1);
}

/** Flesch-Kincaid grade: the school year in which an English text is easy to read. */
export function fleschKincaid(all: readonly Sentence[]): number {
  if (all.length === 0) return 0;
  const count = countWords(all);
  const spoken = all.reduce(
    (sum, { words }) => sum + words.reduce((parts, one) => parts + syllables(one), 0),
    0,
  );
  return (0.39 * count) / all.length + (11.8 * spoken) / count - 15.59;
}
