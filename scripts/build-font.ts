import { mkdir, writeFile } from 'node:fs/promises';
import { variableFont } from './font.ts';

/**
 * Makes `public/fonts/atkinson-next-1.woff2`: Latin letters of our languages and of the names people have, one weight axis.
 * Run it by hand after a new version of the font, and raise the number in the name, because browsers keep the file for a year.
 */
const font = await variableFont();
await mkdir('public/fonts', { recursive: true });
await writeFile('public/fonts/atkinson-next-1.woff2', font);
console.log(`public/fonts/atkinson-next-1.woff2: ${font.length} bytes`);
