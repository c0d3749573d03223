/**
 * How hard a text is to read. Works on Markdown: headings, code and link targets are left out, a list item or paragraph
 * without a full stop is a sentence of its own.
 */

const word = /[\p{L}\p{N}]+(?:[.,’'@/-][\p{L}\p{N}]+)*/gu;

/** A full stop ends a sentence only before white space and a capital, so that "21. november" and "2.2" do not. */
const sentenceEnd = /(?<=[.!?…][«»”"')\]]?)\s+(?=[«»“”"'([]?\p{Lu})/u;

/** The blocks a reader reads as running text, one string each: paragraphs, list items, table cells. */
function blocks(markdown: string): string[] {
  return markdown
    .replace(/^```[\s\S]*?^```/gm, '')
    .replace(/^#+ .*$/gm, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[ >]*(?:[-*+]|\d+[.)]) /gm, '\n')
    .replace(/[*_`|]/g, ' ')
    .split(/\n\s*\n/)
    .map((block) => block.replace(/\s+/g, ' ').trim())
    .filter((block) => block !== '');
}

/** The words of a Markdown text, without its headings. */
export function words(text: string): string[] {
  return blocks(text).flatMap((block) => block.match(word) ?? []);
}

/** The sentences of a Markdown text, without its headings. */
export function sentences(text: string): string[] {
  return blocks(text)
    .flatMap((block) => block.split(sentenceEnd))
    .filter((sentence) => sentence.match(word));
}

/** The number of words in each sentence, in order. */
export function sentenceLengths(text: string): number[] {
  return sentences(text).map((sentence) => sentence.match(word)?.length ?? 0);
}

/** LIX: words per sentence plus the share, in per cent, of words of more than six letters. For Danish, Norwegian and Swedish. */
export function lix(text: string): number {
  const all = words(text);
  if (all.length === 0) return 0;
  const long = all.filter((one) => [...one].length > 6).length;
  return all.length / sentences(text).length + (100 * long) / all.length;
}

/** English syllables by rule of thumb: groups of vowels, without a silent final e or ed. */
function syllables(one: string): number {
  const stem = one
    .toLowerCase()
    .replace(/[’']s?$/, '')
    .replace(/(?<=[^aeiouyl])es?$|(?<=[^aeiouytd])ed$|(?<=[aeiouy]l)es?$/, '');
  return Math.max(1, stem.match(/[aeiouy]+/g)?.length ?? 1);
}

/** Flesch-Kincaid grade: the school year in which an English text is easy to read. */
export function fleschKincaid(text: string): number {
  const all = words(text);
  if (all.length === 0) return 0;
  const spoken = all.reduce((sum, one) => sum + syllables(one), 0);
  return (0.39 * all.length) / sentences(text).length + (11.8 * spoken) / all.length - 15.59;
}
