/** How search reads words: without accents, doubled letters and endings, and near to the neighbours' spelling. */

/** A word in the forms it is compared by, so that each is made once. */
export interface Word {
  /** As somebody wrote it, in small letters. */
  written: string;
  /** One spelling for a/å/aa, o/ø/ö/oe, ae/æ/ä, é/e, and for one or two of a letter: `lønn` and `løn` are the same. */
  plain: string;
  /** Without its endings. */
  stem: string;
  /** What a Norwegian, a Dane and a Swede write alike: `søge` and `søke`, `arbejde` and `arbeide`. */
  sound: string;
}

const met = new Map<string, Word>();

/** The words of any text, in the order they stand. Each word is worked out once, however often it comes. */
export function wordsOf(text: string, lang: string): Word[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((written) => {
    const key = lang === 'en' ? `en ${written}` : written;
    const word = met.get(key) ?? wordFrom(written, lang);
    met.set(key, word);
    return word;
  });
}

function wordFrom(written: string, lang: string): Word {
  const plain = folded(written);
  const root = stem(plain, lang);
  return { written, plain, stem: root, sound: lang === 'en' ? root : sounded(root) };
}

function folded(word: string): string {
  const bare = word.replace(/ø/g, 'o').replace(/æ/g, 'a').normalize('NFD').replace(/\p{M}/gu, '');
  return single(bare.replace(/a[ae]/g, 'a').replace(/oe/g, 'o'));
}

const endings = {
  english: /(?:ings?|ers?|ie[sd]|ed|es|s|e|y)$/,
  // Endings of all three at once, as a Dane may ask with a Swede's. A mentor keeps the `or`.
  nordic: /(?:er(?:nes?|nas?|en|e)|[ao]rnas?|enes?|(?:en|et|er|ar|(?<!t)or|e|a)s?|s)$/,
};

/** Takes the ending off, if three letters stay. */
function stem(word: string, lang: string): string {
  const shorter = word.replace(lang === 'en' ? endings.english : endings.nordic, '');
  return shorter.length < 3 ? word : shorter;
}

const alike: Record<string, string> = { g: 'k', c: 'k', q: 'k', d: 't', b: 'p', j: 'i', w: 'v' };

function sounded(word: string): string {
  return single(word.replace(/x/g, 'ks').replace(/[gcqdbjw]/g, (letter) => alike[letter] ?? letter));
}

const single = (word: string) => word.replace(/(\p{L})\1/gu, '$1');

/** How well a word of a page answers a word one asked for, 0 to 1: the same, another form, or grown together with another. */
export function likeness(asked: Word, word: Word): number {
  if (asked.plain === word.plain) return 1;
  if (asked.stem === word.stem) return 0.95;
  if (asked.sound === word.sound && asked.sound.length > 2) return 0.85;
  const typing = asked.stem.length <= word.stem.length;
  const [short, long] = typing ? [asked, word] : [word, asked];
  // The Swedish `-an` is an ending in `frågan` and none in `plan`; only the other word tells.
  if (short.stem.length > 2 && /^(?:ans?|n|ts?)$/.test(rest(short, long))) return 0.85;
  const share = 0.35 * (short.stem.length / long.plain.length);
  // The last part says what it is, the first part what about.
  if (short.stem.length > 3 && long.stem.endsWith(short.stem)) return 0.45 + share;
  if (short.stem.length > (typing ? 2 : 3) && long.plain.startsWith(typing ? short.plain : short.stem))
    return (typing ? 0.5 : 0.35) + share;
  if (short.sound.length > 4 && (long.sound.startsWith(short.sound) || long.sound.endsWith(short.sound)))
    return 0.35 + share;
  return 0;
}

/** What a longer word has after the shorter, if it begins with it. */
function rest(short: Word, long: Word): string {
  return long.plain.startsWith(short.stem) ? long.plain.slice(short.stem.length) : '';
}

/** 0.75 for a word with one typo, 0.55 for a long one with two, less where it begins otherwise, else 0. */
export function nearness(asked: Word, word: Word): number {
  const allowed = asked.plain.length > 7 ? 2 : asked.plain.length > 3 ? 1 : 0;
  if (Math.abs(asked.plain.length - word.plain.length) > allowed) return 0;
  const typos = distance(asked.plain, word.plain, allowed);
  return typos > allowed ? 0 : 0.95 - 0.2 * typos - (asked.plain[0] === word.plain[0] ? 0 : 0.2);
}

/** Letters to add, leave out, change or swap with their neighbour; stops counting above `most`. */
function distance(a: string, b: string, most: number): number {
  const first = Array.from({ length: b.length + 1 }, (_, column) => column);
  const rows = [first];
  for (let row = 1; row <= a.length; row++) {
    const last = rows[row - 1] ?? [];
    const now = [row];
    for (let column = 1; column <= b.length; column++) {
      const changed = a[row - 1] === b[column - 1] ? 0 : 1;
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const costs = [cost(last, column) + 1, cost(now, column - 1) + 1, cost(last, column - 1) + changed];
      if (swapped) costs.push(cost(rows[row - 2], column - 2) + 1);
      now.push(Math.min(...costs));
    }
    if (Math.min(...now) > most) return most + 1;
    rows.push(now);
  }
  return cost(rows[a.length], b.length);
}

const cost = (row: number[] | undefined, column: number) => row?.[column] ?? Infinity;
