import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '../../src/lib/content/entry.ts';
import { pieces, type Piece } from '../../src/lib/content/words.ts';
import { locales, type Locale } from '../../src/schemas/vocabulary.ts';
import { addressOf, madeAddresses, sectionAddresses } from './addresses.ts';
import { partsOfPages } from './anchors.ts';
import type { Content } from './content.ts';
import { linksIn, type MarkdownLink } from './markdown.ts';
import { lineIn, type Problem } from './problem.ts';

type Finding = [what: string, repair: string];

/** The site as a link meets it. */
interface Site {
  /** The text at an address; a missing translation is shown in English, so its address exists. */
  textAt: (address: string) => Entry | undefined;
  exists: (address: string) => boolean;
  /** Whether the page at an address has a part of this name. */
  hasPart: (address: string, part: string) => boolean;
}

/** Links that lead nowhere, into another language, or do not say where they lead. */
export function links(content: Content): Problem[] {
  const pages = new Map(
    content.entries.flatMap((entry) => (addressOf(entry) ? [[addressOf(entry), entry] as const] : [])),
  );
  const sections = sectionAddresses(content.root);
  const made = madeAddresses(content.root, content.entries);
  const english = (address: string) => pages.get(address.replace(/^\/[a-z]+\//, '/en/'));
  const textAt: Site['textAt'] = (address) => pages.get(address) ?? english(address);
  const exists: Site['exists'] = (address) =>
    textAt(address) !== undefined ||
    sections.has(address) ||
    made.has(address) ||
    existsSync(join(content.root, 'public', address));

  const partOf = partsOfPages(content.root, content.entries);
  const hasPart: Site['hasPart'] = (address, part) => {
    const there = textAt(address);
    return partOf((there && addressOf(there)) ?? address, part);
  };

  const wrong = (link: MarkdownLink, piece: Piece, entry: Entry): Finding[] => [
    ...wordless(link, content.lists.vague_links[piece.lang]),
    ...lost(link, piece.lang, addressOf(entry) ?? `/${piece.lang}/${entry.collection}/`, {
      textAt,
      exists,
      hasPart,
    }),
  ];
  return content.entries.flatMap((entry) =>
    pieces(entry).flatMap((piece) =>
      linksIn(piece.text)
        .filter(({ image }) => !image)
        .flatMap((link) =>
          wrong(link, piece, entry).map(([what, repair]) => ({
            file: entry.file,
            line: lineIn(piece, link.at),
            what,
            repair,
          })),
        ),
    ),
  );
}

function wordless({ text, target }: MarkdownLink, vague: readonly string[]): Finding[] {
  const said = text
    .toLowerCase()
    .replace(/[*_`.…!»«”“"→>]/g, '')
    .trim();
  if (said === '')
    return [[`the link to ${target} has no words`, 'write where it leads between the square brackets']];
  if (vague.includes(said) || /^https?:|^www\./.test(said))
    return [
      [`the link “${text}” does not say where it leads`, 'use the name of the page or place it leads to'],
    ];
  return [];
}

function lost(
  { target }: MarkdownLink,
  lang: Locale,
  here: string,
  { textAt, exists, hasPart }: Site,
): Finding[] {
  if (/^(mailto|tel):/.test(target)) return [];
  if (/^http:/.test(target)) return [[`the link ${target} is not encrypted`, 'write https://']];
  if (/^https:/.test(target))
    return URL.canParse(target) ? [] : [[`${target} is no address`, 'copy it again']];
  const [asked = '', anchor] = target.split('#');
  // A question behind the address, such as what to search for, changes nothing about the page.
  const [path = '', ...question] = asked.split(/(?=\?)/);
  if (asked === '')
    return hasPart(here, anchor ?? '')
      ? []
      : [
          [
            `there is no heading “#${anchor}” in this text`,
            'copy the heading, in small letters, with hyphens for blanks',
          ],
        ];
  if (!path.startsWith('/'))
    return [
      [`the link ${target} does not begin at the front page`, `write /${lang}/ and the rest of the address`],
    ];
  const [start = '', tongue] = /^\/(?:booklets\/)?([a-z]{2})(?=[/-])/.exec(path) ?? [];
  if (tongue !== lang && locales.some((other) => other === tongue))
    return [
      [
        `the link ${target} leads into another language`,
        `write ${start.slice(0, -2)}${lang}${path.slice(start.length)}`,
      ],
    ];
  const address = path.endsWith('/') || /\.[a-z0-9]+$/.test(path) ? path : `${path}/`;
  if (!exists(address))
    return [
      [
        `there is no page ${path}`,
        'correct the address; the slug is the name of the file without its ending',
      ],
    ];
  if (address !== path)
    return [[`the address ${path} does not end in a slash`, `write ${[address, ...question].join('')}`]];
  // What stands behind # in the address of a file is the reader's program's.
  if (!anchor || !path.endsWith('/') || hasPart(address, anchor)) return [];
  const from = textAt(address)?.file;
  return [
    [
      `${path} has no heading “#${anchor}”`,
      from
        ? `copy the heading from ${from}, in small letters, with hyphens for blanks`
        : 'open the page, and copy the name behind # from its list of contents',
    ],
  ];
}
