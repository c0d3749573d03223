/** Writes `docs/fields.md`: every key of every kind of text, out of the schemas. `--check` only compares. */
import { collection, collectionNames, type CollectionName } from '../src/lib/content/collections.ts';
import { fieldsOf, isInEveryLanguage, limitsOf, type Field } from './content/fields.ts';
import { writeGenerated } from './generated.ts';

const cell = (text: string) => text.replaceAll('|', '\\|');

/** A row for each key, and below it those of what it holds: `parts[].id`. */
function rows(fields: Field, above = ''): string[] {
  return Object.entries(fields.properties ?? {}).flatMap(([key, field]) => {
    const name = `${above}${key}`;
    const must = fields.required?.includes(key) ? 'yes' : '';
    const row = `| \`${name}\` | ${cell(field.description ?? '')} | ${cell(limitsOf(field))} | ${must} |`;
    return [row, ...inside(field, name)];
  });
}

function inside(field: Field, name: string): string[] {
  if (isInEveryLanguage(field)) return [];
  if (field.properties) return rows(field, `${name}.`);
  if (typeof field.additionalProperties === 'object')
    return rows(field.additionalProperties, `${name}.<name>.`);
  if (field.items?.properties && !isInEveryLanguage(field.items)) return rows(field.items, `${name}[].`);
  return (field.anyOf ?? []).flatMap((way) => inside(way, name));
}

function table(name: CollectionName, part: 'facts' | 'words'): string[] {
  const fields = fieldsOf(name, part);
  if (!fields) return [];
  const { extension = 'md' } = collection(name);
  const file =
    part === 'facts'
      ? `src/content/${name}/<slug>.yaml`
      : `src/content/${name}/<language>/<slug>.${extension}`;
  return [
    `\`${file}\`:`,
    [
      '| Key | What it means | What may stand there | Must be there |',
      '| --- | --- | --- | --- |',
      ...rows(fields),
    ].join('\n'),
  ];
}

const chapters = collectionNames.flatMap((name) => [
  `## ${name}`,
  collection(name).what,
  ...table(name, 'facts'),
  ...table(name, 'words'),
]);

const text = `<!-- Made from src/schemas by scripts/make-fields-doc.ts; change the schemas and run it again. -->

# What stands above a text

Each kind of text has its keys, and no others: a key that is spelt wrongly stops the build. \`npm run new\` writes them with
these explanations above them. [editing.md](editing.md) says how to write a text.

${chapters.join('\n\n')}
`;

await writeGenerated(new URL('../docs/fields.md', import.meta.url), text, 'node scripts/make-fields-doc.ts');
