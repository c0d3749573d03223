/** Files in git become rows: programmes, forms, fields of work, places and groupings of countries. Runs at every start and by `npm run sync`. */
import { readdirSync, readFileSync } from 'node:fs';
import postgres, { type Sql } from 'postgres';
import { parse } from 'yaml';
import { Problem } from '../server/problem.ts';
import { countryGrouping } from '../src/schemas/grouping.ts';
import { fieldFile } from '../src/schemas/field.ts';
import { form } from '../src/schemas/form.ts';
import { placeFile } from '../src/schemas/place.ts';
import { programme } from '../src/schemas/programme.ts';

const content = new URL('../src/content/', import.meta.url);

/** Every `.yaml` file of a collection, parsed. */
const files = (collection: string): unknown[] =>
  readdirSync(new URL(`${collection}/`, content))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => parse(readFileSync(new URL(`${collection}/${name}`, content), 'utf8')));

/** What the database is told of places: regions first, as municipalities point to them. */
export const placeRows = () => {
  const regions = files('places').flatMap((file) => placeFile.parse(file).regions);
  return [
    ...regions.map(({ key, label }) => ({ key, region: null, label })),
    ...regions.flatMap(({ key: region, municipalities }) =>
      municipalities.map(({ key, label }) => ({ key, region, label })),
    ),
  ];
};

/** Fields of work with every label and search word of all languages. */
export const fieldRows = () =>
  files('fields').flatMap((file) =>
    fieldFile.parse(file).groups.map(({ code, generalist, neighbours, label, words }) => ({
      code,
      generalist,
      neighbours,
      labels: label,
      words: [...Object.values(label), ...Object.values(words).flat()],
    })),
  );

export const programmeRows = () => files('programmes').map((file) => programme.parse(file));

/** Groupings of countries, a row for each version. */
const countryGroupingRows = () => files('groupings').map((file) => countryGrouping.parse(file));

/** Forms as their files have them: what is shown, what is asked and what has to be answered. */
const formRows = () => files('forms').map((file) => form.parse(file));

/**
 * Writes the content into the database in one transaction. `sql` must be the operator's connection.
 * @throws {Problem} where a programme's file is gone and people are in it
 */
export async function syncContent(sql: Sql, programmes = programmeRows()): Promise<void> {
  await sql.begin(async (tx) => {
    for (const p of placeRows()) await tx`select private.sync_place(${p.key}, ${p.region}, ${p.label})`;
    for (const f of fieldRows()) {
      await tx`select private.sync_field(${f.code}, ${f.generalist}, ${f.neighbours}, ${tx.json(f.labels)}, ${f.words})`;
    }
    await tx`select private.sync_field_tiers()`;
    for (const p of programmes) await tx`select private.sync_programme(${tx.json(p)})`;
    const keys = programmes.map(({ key }) => key);
    const [held] = await tx<[{ keys: string[] }]>`select private.keep_programmes(${keys}) as keys`;
    for (const key of held.keys) {
      throw new Problem(
        `src/content/programmes/${key}.yaml is gone, and people have a place, an application or a past in this programme. ` +
          'Put the file and its words back: it can go when nobody is left there (docs/operate.md, “Ending a programme”).',
      );
    }
    await tx`select private.roll_rounds(now())`;
    for (const g of countryGroupingRows()) await tx`select private.sync_country_grouping(${tx.json(g)})`;
    for (const f of formRows()) await tx`select private.sync_form(${tx.json(f)})`;
  });
}

if (import.meta.main) {
  const url = process.env.DATABASE_URL;
  if (!url)
    throw new Error(
      'Set DATABASE_URL to the database that programmes, forms, fields, places and groupings go into.',
    );
  const sql = postgres(url, { max: 1 });
  try {
    await syncContent(sql);
    console.log('Programmes, forms, fields of work, places and groupings of countries are in the database.');
  } catch (error) {
    console.error(error instanceof Problem ? error.message : error);
    process.exitCode = 1;
  } finally {
    await sql.end();
  }
}
