import type { LanguageUse } from '../../schemas/vocabulary.ts';
import type { Problem, StagedRow } from './rows.ts';

const columns = { works_in: 'work', practises: 'practise' } as const;
type Column = keyof typeof columns;

interface Spoken {
  language: string;
  use?: LanguageUse[];
}

/**
 * What a row says of the use of languages is put to its languages, where the database keeps it. A language that has no
 * level there cannot carry it.
 */
export function takeUses(row: StagedRow): Problem[] {
  const spoken = row['languages'] as Spoken[] | undefined;
  const problems: Problem[] = [];
  for (const field of Object.keys(columns) as Column[]) {
    const said = (row[field] as string[] | undefined) ?? [];
    delete row[field];
    if (!spoken) continue;
    if (said.some((one) => !spoken.some(({ language }) => language === one)))
      problems.push({ row: row.row, field, problem: 'language-unlisted' });
    for (const one of spoken) if (said.includes(one.language)) one.use = [...(one.use ?? []), columns[field]];
  }
  return problems;
}
