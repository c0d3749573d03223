import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

const source = createRequire(import.meta.url).resolve(
  '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
);

/** Every letter that our languages and the names in them need. */
const letters = latin(0x20, 0x7e) + latin(0xa0, 0xff) + 'ıŒœŠšŽžŸ–—‘’‚“”„•…‹›€−→←';

/** The site's font for browsers: its letters, with all weights from 400 to 800. */
export async function variableFont(): Promise<Buffer> {
  const variationAxes = { wght: { min: 400, max: 800, default: 400 } };
  return subsetFont(await readFile(source), letters, { targetFormat: 'woff2', variationAxes });
}

/** The site's font in one weight, for what cannot use a variable one: a PDF would hold it as drawings, not as a font. */
export async function staticFont(weight: number): Promise<Buffer> {
  return subsetFont(await readFile(source), letters, {
    targetFormat: 'truetype',
    variationAxes: { wght: weight },
  });
}

function latin(from: number, to: number): string {
  return String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, i) => from + i));
}
