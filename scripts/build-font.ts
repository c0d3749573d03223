import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

/**
 * Makes `public/fonts/atkinson-next-1.woff2`: Latin letters of our languages and of the names people have, one weight axis.
 * Run it by hand after a new version of the font, and raise the number in the name, because browsers keep the file for a year.
 */
const source = createRequire(import.meta.url).resolve(
  '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
);
const range = (from: number, to: number) =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, i) => from + i));
const text = range(0x20, 0x7e) + range(0xa0, 0xff) + 'ıŒœŠšŽžŸ–—‘’‚“”„•…‹›€−→←';
const font = await subsetFont(await readFile(source), text, {
  targetFormat: 'woff2',
  variationAxes: { wght: { min: 400, max: 800, default: 400 } },
});
await mkdir('public/fonts', { recursive: true });
await writeFile('public/fonts/atkinson-next-1.woff2', font);
console.log(`public/fonts/atkinson-next-1.woff2: ${font.length} bytes`);
