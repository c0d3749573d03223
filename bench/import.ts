/** Five thousand people out of a messy spreadsheet, the whole way from its bytes to their places, and every bad row named. */
import postgres, { type Sql } from 'postgres';
import { coordinator } from '../scripts/import-as.ts';
import { listWords } from '../scripts/import-lists.ts';
import { makeLists } from '../src/lib/imports/lists.ts';
import { suggest } from '../src/lib/imports/mapping.ts';
import { allProblems, stoppedRows } from '../src/lib/imports/problems.ts';
import { readSpreadsheet } from '../src/lib/imports/read-file.ts';
import { piecesOf, readRows } from '../src/lib/imports/rows.ts';
import { tableOf } from '../src/lib/imports/table.ts';
import { named, startCluster } from '../tests/cluster.ts';
import { workbook } from '../tests/workbook.ts';
import type { Measure, Report } from './figures.ts';
import { asCsv, messyMentors, type Messy } from './import/messy.ts';
import { median } from './quantile.ts';

const people = 5_000;
const desk = { id: '70000000-0000-4000-8000-000000000001', address: 'desk@demo.example' };

export const measure: Measure = async (report, { quick }) => {
  const messy = messyMentors(quick ? 500 : people);
  const files: [string, Uint8Array][] = [
    ['CSV', asCsv(messy.rows)],
    ['XLSX', workbook(messy.rows)],
  ];
  const cluster = await startCluster();
  try {
    const sql = postgres(named(cluster.url, 'product'), { max: 1, onnotice: () => {} });
    await sql`insert into auth.users (id, email, email_confirmed_at) values (${desk.id}, ${desk.address}, now())`;
    await sql`insert into public.people (id, shown_name, locale) values (${desk.id}, 'Desk', 'en')`;
    await sql`insert into public.coordinators (person, programme) values (${desk.id}, 'highly-skilled')`;
    for (const [kind, file] of files) await bringIn(report, sql, kind, file, messy, quick ? 1 : 3);
    await sql.end();
  } finally {
    await cluster.stop();
  }
};

/** As the page does it, in pieces of 40 kB; taken back after each round, so that each makes everybody. */
async function bringIn(
  report: Report,
  sql: Sql,
  kind: string,
  file: Uint8Array,
  messy: Messy,
  rounds: number,
) {
  const coordinates = (await coordinator(sql, desk.address))!;
  const times: number[] = [];
  let found: number[] = [];
  let made = 0;
  for (let round = 0; round < rounds; round++) {
    const begin = performance.now();
    const table = tableOf(await readSpreadsheet(file));
    const lists = makeLists(listWords());
    const mapping = suggest(table.headers, 'mentor', lists);
    const regions = ['no-03', 'no-11', 'no-42', 'no-33'];
    const { rows, problems } = readRows({ table, mapping, part: 'mentor', lists, regions });
    const begun = await coordinates.begin('highly-skilled', 'mentor');
    for (const piece of piecesOf(rows)) await coordinates.stage(begun, piece);
    const preview = await coordinates.preview(begun);
    found = stoppedRows(allProblems(problems, preview));
    const ran = await coordinates.run(begun, found, 'Everybody in the file knows of it and has said yes.');
    times.push((performance.now() - begin) / 1000);
    made = ran.made;
    await coordinates.undo(ran.import);
  }
  const spoiled = new Set(messy.spoiled);
  const missed = messy.spoiled.filter((row) => !found.includes(row)).length;
  const wrong = found.filter((row) => !spoiled.has(row)).length;
  const rows = messy.rows.length.toLocaleString('en');
  report({
    figure: `${rows} rows of ${kind}, from the file to everybody's place`,
    value: median(times),
    unit: 's',
    most: 20,
    note: `${made.toLocaleString('en')} people made, ${spoiled.size} rows spoiled in ${messy.ways} ways; ${times.length} rounds, slowest ${Math.max(...times).toFixed(1)} s`,
  });
  report({ figure: `bad rows not named, ${kind}`, value: missed, unit: 'rows', most: 0 });
  report({ figure: `sound rows named as bad, ${kind}`, value: wrong, unit: 'rows', most: 0 });
}
