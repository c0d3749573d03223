import type { PartKind, Tool, ToolWords } from '../../schemas/tool.ts';
import { toolShelves } from '../../schemas/tool.ts';
import type { Locale } from '../../schemas/vocabulary.ts';

type Bones = Tool['parts'][number];
type PartWords = ToolWords['parts'][string];

/** What a kind of part must have, beside its heading. Rows of a table stand in for prompts. */
const needs: Record<PartKind, { prompts: boolean; columns: boolean }> = {
  text: { prompts: false, columns: false },
  lines: { prompts: true, columns: false },
  ticks: { prompts: true, columns: false },
  choices: { prompts: true, columns: true },
  table: { prompts: false, columns: true },
  steps: { prompts: true, columns: false },
  cards: { prompts: true, columns: false },
  rings: { prompts: true, columns: false },
};

/**
 * What is wrong with the words of a sheet: measured against its bones and, in another language, against the English words.
 * Each line names the file and the repair; empty is good.
 */
export function problemsOf(
  slug: string,
  bones: Tool,
  lang: Locale,
  words: ToolWords,
  english: ToolWords,
): string[] {
  const file = `src/content/tools/${lang}/${slug}.yaml`;
  const known = bones.parts.map(({ id }) => id);
  const strangers = Object.keys(words.parts).filter((id) => !known.includes(id));
  return [
    ...strangers.map(
      (id) => `${file}: part “${id}” is not in src/content/tools/${slug}.yaml. Take it out, or name it there`,
    ),
    ...bones.parts.flatMap((part) => {
      const said = words.parts[part.id];
      if (!said)
        return [`${file}: part “${part.id}” is missing. Write it, as in src/content/tools/en/${slug}.yaml`];
      const where = `${file}, part “${part.id}”: `;
      return [...wants(part, said), ...differs(said, english.parts[part.id])].map(
        (problem) => where + problem,
      );
    }),
  ];
}

/** What one part lacks for its kind. */
function wants({ kind, minutes, rows }: Bones, { prompts, columns, text }: PartWords): string[] {
  const need = needs[kind];
  const said: string[] = [];
  if (need.columns && columns.length === 0)
    said.push(`${kind} needs columns. Write their headings under “columns”`);
  if (!need.columns && columns.length > 0)
    said.push(`${kind} has no columns. Take “columns” out, or make it a table`);
  if (need.prompts && prompts.length === 0) said.push(`${kind} needs prompts. Write them under “prompts”`);
  if (kind === 'text' && !text && prompts.length === 0)
    said.push('text needs “text” or “prompts”. Write one of them');
  if (kind === 'table' && prompts.length === 0 && !rows)
    said.push('a table without prompts needs “rows” in its bones');
  if (kind === 'rings' && prompts.length !== 3)
    said.push(`there are three rings, not ${prompts.length}. Write three prompts`);
  if (minutes && minutes.length !== prompts.length)
    said.push(
      `${minutes.length} times for ${prompts.length} steps. Make “minutes” in the bones as long as “prompts”`,
    );
  return said;
}

/** Where a part has another shape than the English one. */
function differs(said: PartWords, english: PartWords | undefined): string[] {
  if (!english) return [];
  const counted = (['prompts', 'columns'] as const)
    .filter((list) => said[list].length !== english[list].length)
    .map(
      (list) =>
        `${said[list].length} ${list}, the English sheet has ${english[list].length}. Make them as many`,
    );
  const texts = Boolean(said.text) === Boolean(english.text);
  return texts
    ? counted
    : [
        ...counted,
        `${said.text ? 'has a text that' : 'lacks the text that'} the English sheet ${said.text ? 'lacks' : 'has'}. Write both or none`,
      ];
}

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
