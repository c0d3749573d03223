import type { LanguageUse } from '../../schemas/vocabulary.ts';
import type { Problem, StagedRow } from './rows.ts';

const columns = { works_in: 'work', practises: 'practise' } as const;
type Column = keyof typeof columns;

interface Spoken {
  language: string;
  use?: LanguageUse[];
}
type Read = StagedRow & { languages?: Spoken[] } & Partial<Record<Column, string[]>>;

/**
 * What a row says of the use of languages, put to its languages, where the database keeps it. A language that has no
 * level there cannot carry it.
 */
export function withUses(read: StagedRow): { row: StagedRow; problems: Problem[] } {
  const { works_in, practises, ...row } = read as Read;
  const said = { works_in, practises };
  const spoken = row.languages;
  if (!spoken) return { row, problems: [] };
  const uses = Object.keys(columns) as Column[];
  const unlisted = uses.filter((column) =>
    said[column]?.some((one) => !spoken.some(({ language }) => language === one)),
  );
  const used = spoken.map((one) => {
    const use = uses
      .filter((column) => said[column]?.includes(one.language))
      .map((column) => columns[column]);
    return use.length > 0 ? { ...one, use } : one;
  });
  return {
    row: { ...row, languages: used },
    problems: unlisted.map((field) => ({ row: row.row, field, problem: 'language-unlisted' })),
  };
}
