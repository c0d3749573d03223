import type { PartKind, Tool, ToolWords } from '../schemas/tool.ts';

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

/** Something wrong with a part of a sheet, and how to repair it. */
interface SheetProblem {
  part: string;
  what: string;
  repair: string;
}
type Finding = [what: string, repair: string];

/**
 * What is wrong with the words of a sheet: measured against its bones and, in another language, against the English words.
 * Empty is good.
 */
export function problemsOf(slug: string, bones: Tool, words: ToolWords, english: ToolWords): SheetProblem[] {
  const bonesFile = `src/content/tools/${slug}.yaml`;
  const known = bones.parts.map(({ id }) => id);
  const strangers = Object.keys(words.parts).filter((id) => !known.includes(id));
  return [
    ...strangers.map((part) => ({
      part,
      what: `it is not in ${bonesFile}`,
      repair: 'take it out, or name it there',
    })),
    ...bones.parts.flatMap(({ id: part, ...bone }) => {
      const said = words.parts[part];
      if (!said)
        return [{ part, what: 'it is missing', repair: `write it, as in src/content/tools/en/${slug}.yaml` }];
      const found = [...wants(bone, said, bonesFile), ...differs(said, english.parts[part])];
      return found.map(([what, repair]) => ({ part, what, repair }));
    }),
  ];
}

/** What one part lacks for its kind. */
function wants(
  { kind, minutes, rows }: Omit<Bones, 'id'>,
  { prompts, columns, text }: PartWords,
  bonesFile: string,
): Finding[] {
  const need = needs[kind];
  const found: Finding[] = [];
  if (need.columns && columns.length === 0)
    found.push([`${kind} needs columns`, 'write their headings under “columns”']);
  if (!need.columns && columns.length > 0)
    found.push([`${kind} has no columns`, `take “columns” out, or make it a table in ${bonesFile}`]);
  if (need.prompts && prompts.length === 0)
    found.push([`${kind} needs prompts`, 'write them under “prompts”']);
  if (kind === 'text' && !text && prompts.length === 0)
    found.push(['text needs “text” or “prompts”', 'write one of them']);
  if (kind === 'table' && prompts.length === 0 && !rows)
    found.push(['a table without prompts needs “rows”', `write how many in ${bonesFile}`]);
  if (kind === 'rings' && prompts.length !== 3)
    found.push([`there are three rings, not ${prompts.length}`, 'write three prompts']);
  if (minutes && minutes.length !== prompts.length)
    found.push([
      `${minutes.length} times for ${prompts.length} steps`,
      `make “minutes” in ${bonesFile} as long as “prompts”`,
    ]);
  return found;
}

/** Where a part has another shape than the English one. */
function differs(said: PartWords, english: PartWords | undefined): Finding[] {
  if (!english) return [];
  const counted = (['prompts', 'columns'] as const)
    .filter((list) => said[list].length !== english[list].length)
    .map((list): Finding => [
      `${said[list].length} ${list}, the English sheet has ${english[list].length}`,
      'make them as many',
    ]);
  if (Boolean(said.text) === Boolean(english.text)) return counted;
  const what = said.text
    ? 'it has a text that the English sheet lacks'
    : 'it lacks the text that the English sheet has';
  return [...counted, [what, 'write both or none']];
}
