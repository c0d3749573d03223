import { existsSync, globSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Entry } from '../../src/lib/content/entry.ts';
import { pieces } from '../../src/lib/content/words.ts';
import type { Content } from './content.ts';
import { linksIn } from './markdown.ts';
import { lineIn, type Problem } from './problem.ts';

/** An image of half a megabyte is ten seconds on a slow phone; none may be heavier. */
const heaviest = 500_000;

/** Images without a description, images that are not there, and images that are too heavy, used or not. */
export function images({ root, entries }: Content): Problem[] {
  return [...entries.flatMap((entry) => ofText(root, entry)), ...heavy(root)];
}

function ofText(root: string, entry: Entry): Problem[] {
  return pieces(entry).flatMap((piece) =>
    linksIn(piece.text)
      .filter(({ image }) => image)
      .flatMap(({ text, target, at }) => {
        const place = { file: entry.file, line: lineIn(piece, at), stops: true };
        const found: Problem[] = [];
        if (
          text === '' ||
          /^(image|img|bilde|bild|billede|photo|foto)$|\.(png|jpe?g|webp|avif|gif|svg)$/i.test(text)
        )
          found.push({
            ...place,
            what: `the image ${target} has no description`,
            repair: `say between the square brackets, in “${piece.lang}”, what it shows`,
          });
        if (/^https?:/.test(target))
          found.push({
            ...place,
            what: `the image ${target} lies on somebody else's server`,
            repair: 'save it beside the text',
          });
        else if (
          !existsSync(
            target.startsWith('/') ? join(root, 'public', target) : join(root, dirname(entry.file), target),
          )
        )
          found.push({
            ...place,
            what: `there is no image ${target}`,
            repair: 'save it beside the text, or correct its name',
          });
        return found;
      }),
  );
}

function heavy(root: string): Problem[] {
  const files = globSync('{src,public}/**/*.{png,jpg,jpeg,webp,avif,gif,svg,PNG,JPG,JPEG}', { cwd: root });
  return files.flatMap((file) => {
    const { size } = statSync(join(root, file));
    if (size <= heaviest) return [];
    return [{
      file: file.replaceAll('\\', '/'),
      line: 1,
      what: `the image weighs ${inWords(size)}, and ${inWords(heaviest)} is the most`,
      repair: 'make it at most 1600 px wide and save it as WebP or JPEG',
      stops: true,
    }]; // prettier-ignore
  });
}

const inWords = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
