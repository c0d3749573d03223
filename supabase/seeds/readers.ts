/** Whether readers found some texts clear, in the last two weeks. */
import type { Sql } from 'postgres';
import { locales } from '../../src/schemas/vocabulary.ts';
import { insertRows } from './insert-rows.ts';
import { later } from './ledger.ts';
import { dice } from './random.ts';

const pages = [
  'handbook/the-first-hour',
  'handbook/asking-a-mentor',
  'modules/your-cv',
  'modules/unwritten-rules',
  'tools/agreement',
];

/** Counts a few answers a week for each text and language. */
export async function fillReaders(sql: Sql, asOf: Date): Promise<void> {
  const chance = dice(20_261_124);
  const rows = locales.flatMap((lang) =>
    pages.flatMap((page) =>
      [2, 9].map((ago) => ({
        page,
        lang,
        day: later(asOf, -ago).toISOString().slice(0, 10),
        clear: chance.int(2, 14),
        unclear: chance.int(0, 4),
      })),
    ),
  );
  await insertRows(sql, 'private.page_answers', rows);
}
