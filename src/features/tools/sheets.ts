import type { Tool, ToolWords } from '../../schemas/tool.ts';
import { toolShelves } from '../../schemas/tool.ts';
import type { Locale } from '../../schemas/vocabulary.ts';

type Bones = Tool['parts'][number];
type PartWords = ToolWords['parts'][string];

/** One text in one language. */
export interface Said {
  lang: Locale;
  text: string;
}

/** A part as it is shown: each of its texts in every language that stands side by side, the reader's own first. */
export interface ShownPart extends Bones {
  heading: Said[];
  text: Said[] | undefined;
  prompts: Said[][];
  columns: Said[][];
}

/** The parts of a sheet in one language or in two. The shapes must be the same, which `problemsOf` has looked after. */
export function shownParts(
  bones: Tool,
  versions: readonly { lang: Locale; words: ToolWords }[],
): ShownPart[] {
  return bones.parts.map((part) => {
    const inEach = (pick: (words: PartWords) => string | undefined): Said[] =>
      versions.map(({ lang, words }) => ({ lang, text: pick(words.parts[part.id] as PartWords) ?? '' }));
    const first = versions[0]?.words.parts[part.id];
    return {
      ...part,
      heading: inEach(({ heading }) => heading),
      text: first?.text ? inEach(({ text }) => text) : undefined,
      prompts: (first?.prompts ?? []).map((_, index) => inEach(({ prompts }) => prompts[index])),
      columns: (first?.columns ?? []).map((_, index) => inEach(({ columns }) => columns[index])),
    };
  });
}

interface Sheet {
  slug: string;
  bones: Tool;
}

/** The sheets in the order of a course, shelf by shelf; shelves without a sheet are left out. */
export function onShelves<S extends Sheet>(sheets: readonly S[]): { shelf: Tool['shelf']; sheets: S[] }[] {
  return toolShelves
    .map((shelf) => ({
      shelf,
      sheets: sheets
        .filter(({ bones }) => bones.shelf === shelf)
        .toSorted((a, b) => a.bones.order - b.bones.order || a.slug.localeCompare(b.slug)),
    }))
    .filter(({ sheets: standing }) => standing.length > 0);
}

/** The sheets before and after one, on the same shelf. */
export function sheetsBeside<S extends Sheet>(
  sheets: readonly S[],
  slug: string,
): { previous?: S | undefined; next?: S | undefined } {
  const shelf =
    onShelves(sheets).find(({ sheets: standing }) => standing.some((sheet) => sheet.slug === slug))?.sheets ??
    [];
  const here = shelf.findIndex((sheet) => sheet.slug === slug);
  return { previous: shelf[here - 1], next: shelf[here + 1] };
}
