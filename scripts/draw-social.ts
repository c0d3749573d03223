/**
 * Draws cards of 1200 × 630 for those who pass a link on: title, section, our name and our picture. A program of its own,
 * called by `build-social.ts` for what is not in its cache. Usage: node scripts/draw-social.ts LIST, a file of `Order`s.
 */
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js';
import { staticFont } from './font.ts';

/** What stands on a card. */
export interface Card {
  name: string;
  section: string;
  title: string;
  /** The picture and the mark, as the front page has them. */
  scene: string;
  mark: string;
}
export interface Order {
  card: Card;
  file: string;
}

/** The first and the last place of a line. */
export const edge = { left: 72, right: 1128 };
/** Type sizes of the title, largest first, and how many lines of it fit above the hills. */
const sizes = [[76, 1], [68, 2], [56, 2], [48, 3], [42, 3], [36, 4]] as const; // prettier-ignore
const tokens = readFileSync(join(import.meta.dirname, '../src/styles/tokens.css'), 'utf8');
const colour = (token: string) => tokens.match(new RegExp(`--${token}: (#[0-9a-f]+);`))?.[1] ?? '#000';
const fills = {
  hill: 'hill', 'near-hill': 'hill-near', trees: 'trees', shore: 'shore', house: 'rowan', roof: 'stone-side', window: 'light',
  water: 'water', deep: 'water-deep', side: 'stone-side', top: 'stone-top', mark: 'spruce', far: 'rowan',
}; // prettier-ignore

/** Draws cards, and measures words, with our font. Call `close` at the end. */
export async function openEasel() {
  const folder = await mkdtemp(join(tmpdir(), 'fotfeste-font-'));
  const fontFiles = await Promise.all(
    [400, 700].map(async (weight) => {
      const file = join(folder, `${weight}.ttf`);
      await writeFile(file, await staticFont(weight));
      return file;
    }),
  );
  const options: ResvgRenderOptions = {
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Atkinson Hyperlegible Next' },
  };
  const known = new Map<string, number>();
  const measured = (text: string): number => {
    const width = known.get(text) ?? new Resvg(frame(line(text, 100, 100, 0)), options).getBBox()?.width ?? 0;
    known.set(text, width);
    return width / 100;
  };
  const space = measured('n n') - 2 * measured('n');
  // Word by word: the same words come again and again, and measuring is slow.
  const width = (words: string[]) => words.reduce((sum, word) => sum + measured(word) + space, -space);
  return {
    /** How wide a line really is, drawn at once. */
    width: (text: string, size: number) => measured(text) * size,
    /** Type size and lines of a title. */
    lines: (title: string) => linesOf(title, width),
    draw: (card: Card) => new Resvg(picture(card, linesOf(card.title, width)), options).render().asPng(),
    close: () => rm(folder, { recursive: true }),
  };
}

/** The largest size at which a title fits, and its lines, about equally long. @throws if it fits at none */
function linesOf(title: string, width: (words: string[]) => number) {
  const words = title.split(/\s+/);
  for (const [size, most] of sizes) {
    const widest = (edge.right - edge.left) / size;
    const lines = wrapped(words, widest, width);
    if (!lines || lines.length > most) continue;
    let [best, narrower] = [lines, widest];
    for (let next = best; next.length === lines.length; narrower *= 0.96) {
      best = next;
      next = wrapped(words, narrower, width) ?? [];
    }
    return { size, lines: best.map((line) => line.join(' ')) };
  }
  throw new Error(`“${title}” does not fit on a social image: shorten it.`);
}

/** Breaks between words; nothing if a single word is too long. */
function wrapped(words: string[], most: number, width: (words: string[]) => number): string[][] | undefined {
  const lines: string[][] = [];
  for (const word of words) {
    const longer = [...(lines.at(-1) ?? []), word];
    if (lines.length > 0 && width(longer) <= most) lines[lines.length - 1] = longer;
    else if (width([word]) <= most) lines.push([word]);
    else return undefined;
  }
  return lines;
}

function picture({ name, section, scene, mark }: Card, { size, lines }: ReturnType<typeof linesOf>) {
  const styles = Object.entries(fills).map(([part, token]) => `.${part}{fill:${colour(token)}}`);
  const drawn = (svg: string, place: string) =>
    svg.replace(/^<svg[^>]*?(viewBox="[^"]*")[^>]*>/, `<svg $1 ${place}>`);
  const step = size * 1.1;
  const first = section ? 196 + size * 0.95 : 150 + size * 0.95;
  return frame(
    `<style>${styles.join('')}.ripples,.ring{fill:none;stroke:${colour('paper')};stroke-width:2;opacity:.65}</style>`,
    `<rect width="1200" height="630" fill="${colour('paper')}"/>`,
    drawn(scene, 'x="0" y="258" width="1200" height="417"'),
    `<g class="mark">${drawn(mark, 'x="72" y="56" width="52" height="52"')}</g>`,
    line(name, 94, 34, 140),
    section && line(section, 178, 30, edge.left, colour('spruce')),
    ...lines.map((text, at) => line(text, first + at * step, size)),
  );
}

function frame(...parts: string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630">${parts.join('')}</svg>`;
}

function line(text: string, y: number, size: number, x = edge.left, fill = colour('ink')): string {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="700" fill="${fill}">${safe}</text>`;
}

if (import.meta.main) {
  const orders = JSON.parse(await readFile(process.argv[2] ?? '', 'utf8')) as Order[];
  const easel = await openEasel();
  try {
    for (const { card, file } of orders) {
      await writeFile(`${file}.new`, easel.draw(card));
      await rename(`${file}.new`, file);
    }
  } finally {
    await easel.close();
  }
}
