import {
  same,
  type Entry,
  type Meaning,
  type Page,
  type Place,
  type Section,
  type Titles,
} from './titles.ts';
import { likeness, nearness, wordsOf, type Word } from './words.ts';

/** A page that answers; the sections say where. */
export interface Answer {
  page: Page;
  sections: Section[];
  /** Near enough to the best to stand before anything the full text finds. */
  firm: boolean;
}

/** A word somebody asked for, the page words that answer it and how well, and what else it means. */
interface Term {
  word: Word;
  /** 1, or less for a part of a word. */
  part: number;
  matches: [Entry, number][];
  means: Meaning[];
}

const weights = { title: 10, heading: 5, text: 2.5 };
/** A synonym counts a little less than the word itself. */
const synonym = 0.85;
/** What is at least this much alike means the same. */
const sure = 0.75;

/** The pages whose title, headings and main words answer a question, best first. */
export function rank(titles: Titles, question: string): Answer[] {
  const { pages } = titles;
  const sums = pages.map(() => ({ score: 0, covered: 0, sections: new Map<number, number>() }));
  let wanted = 0;
  for (const term of termsOf(titles, question)) {
    const found = placesOf(term);
    const often = [...found.values()].filter((fields) => Math.max(...fields.values()) > sure).length;
    const rarity =
      term.part * Math.log(1 + pages.length / (1 + often)) * (titles.small.has(term.word.plain) ? 0.1 : 1);
    wanted += rarity;
    for (const [number, fields] of found) {
      const sum = sums[number];
      if (!sum) continue;
      sum.score += rarity * worth(fields, pages[number]?.length ?? 1);
      sum.covered += rarity * Math.max(...fields.values());
      for (const [field, much] of fields)
        if (field > 1) sum.sections.set(field - 2, (sum.sections.get(field - 2) ?? 0) + rarity * much);
    }
  }
  const answers = sums.flatMap(({ score, covered, sections }, number) => {
    const page = pages[number];
    const share = covered / wanted;
    if (!page || !(share > 0.3)) return [];
    const best = [...sections].filter(([, much]) => much > wanted / 3).sort((a, b) => b[1] - a[1]);
    const where = best.flatMap(([at]) => page.sections[at] ?? []).slice(0, 3);
    return [{ page, score: score * share, sections: where }];
  });
  answers.sort((a, b) => b.score - a.score);
  const top = answers[0]?.score ?? 0;
  return answers.flatMap(({ score, ...answer }) =>
    score < top * 0.1 ? [] : [{ ...answer, firm: score > top * 0.35 }],
  );
}

/** How well each field of each page answers a term. */
function placesOf({ matches, means }: Term): Map<number, Map<number, number>> {
  const found = new Map<number, Map<number, number>>();
  const tell = (places: Place[], much: number) => {
    for (const [page, field] of places) {
      const fields = found.get(page) ?? new Map<number, number>();
      fields.set(field, Math.max(much, fields.get(field) ?? 0));
      found.set(page, fields);
    }
  };
  for (const [{ places }, much] of matches) tell(places, much);
  for (const { places } of means) tell(places, synonym);
  return found;
}

/** Title before heading before text; a word says more about a short title than about a long one. */
function worth(fields: Map<number, number>, length: number): number {
  const headings = [...fields].map(([field, much]) => (field > 1 ? much : 0));
  const title = (fields.get(0) ?? 0) / (1 + 0.07 * length);
  return (
    weights.title * title + weights.heading * Math.max(...headings) + weights.text * (fields.get(1) ?? 0)
  );
}

function termsOf(titles: Titles, question: string): Term[] {
  const asked = wordsOf(question, titles.lang).map((word) => parted(titles, word));
  const words = asked.flat();
  const parts = asked.flatMap((halves) => halves.map(() => 1 / halves.length));
  return words.map((word, at) => ({
    word,
    part: parts[at] ?? 1,
    matches: matchesOf(titles, word),
    means: titles.meanings.filter(({ runs }) => runs.some((run) => meant(words, at, run))),
  }));
}

/** Whether the word at a place is part of the run. */
function meant(words: Word[], at: number, run: Word[]): boolean {
  return run.some((_, back) => run.every((part, next) => same(part, words[at - back + next], false)));
}

/** Words of pages like the one asked for; typos are thought of only where nothing else is meant. */
function matchesOf({ vocabulary, known }: Titles, word: Word): [Entry, number][] {
  const matches = alike(vocabulary, (other) => likeness(word, other));
  // Where the word itself stands somewhere, words it is only a part of say less.
  if (matches.some(([, much]) => much > sure))
    return matches.map(([entry, much]) => [entry, much > sure ? much : much * 0.5]);
  return known.has(word.sound)
    ? matches
    : [...matches, ...alike(vocabulary, (other) => nearness(word, other))];
}

function alike(vocabulary: Entry[], compare: (word: Word) => number): [Entry, number][] {
  return vocabulary
    .map((entry): [Entry, number] => [entry, compare(entry.word)])
    .filter(([, much]) => much > 0.4);
}

/** A word nobody knows, taken apart where both halves are known: `jobsøgningskursus` is `jobsøgning` and `kursus`. */
function parted({ known, lang }: Titles, word: Word): Word[] {
  if (known.has(word.sound) || word.written.length < 7) return [word];
  for (let middle = Math.floor(word.written.length / 2), step = 0; step < word.written.length - 6; step++) {
    middle += step % 2 ? step : -step;
    const halves = [word.written.slice(0, middle), word.written.slice(middle)];
    if (halves.some((half) => half.length < 3)) continue;
    const parts = halves.flatMap((half) => wordsOf(half, lang));
    if (parts.every(({ sound }) => known.has(sound))) return parts;
  }
  return [word];
}

/**
 * Ways to ask a search that knows whole words only, best first: in the words of our texts instead of typos, compounds and
 * neighbours' words; without small words; as it was typed.
 */
export function spelled(titles: Titles, question: string): string[] {
  const telling = termsOf(titles, question).filter(({ word }) => !titles.small.has(word.plain));
  const own = telling.map(({ word, matches, means: [meaning] }) => {
    const [best] = [...matches].sort((a, b) => b[1] - a[1]);
    if (best && best[1] >= sure) return best[1] > 0.9 ? word.written : best[0].word.written;
    return meaning?.runs[0]?.map(({ written }) => written).join(' ') ?? word.written;
  });
  const ways = [own.join(' '), telling.map(({ word }) => word.written).join(' '), question];
  return [...new Set(ways)].filter(Boolean);
}
