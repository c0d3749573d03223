/** Writes `docs/api.md`: every verb with its arguments, who may call it and its refusals. `--check` only compares. */
import { describedVerbs, whoMay } from './api-words.ts';
import { readCatalogue, refusalsOf, type Verb } from './catalogue.ts';
import { writeGenerated } from './generated.ts';

const catalogue = await readCatalogue();
const described = describedVerbs();

const wordless = catalogue.verbs.filter(({ name }) => !described.get(name)?.comment);
if (wordless.length > 0) {
  console.error(
    `Say in a comment above each of these what it does: ${wordless.map(({ name }) => name).join(', ')}.`,
  );
  process.exitCode = 1;
}

const code = (text: string) => `\`${text}\``;
const argument = ({ name, type, optional }: Verb['args'][number]) =>
  code(`${name}: ${type}${optional ? ' = null' : ''}`);

function section(verb: Verb): string {
  const refusals = refusalsOf(verb, catalogue.parts).filter((key) => key !== 'sign_in_first');
  return `### ${code(verb.name)}

${described.get(verb.name)?.comment ?? ''}

- Arguments: ${verb.args.map(argument).join(', ') || 'none'}
- Answers: ${verb.returns === 'void' ? 'nothing' : code(verb.returns)}
- Who: ${whoMay(verb, catalogue)}${verb.volatile ? '' : '; it only reads'}
- Refusals: ${refusals.map(code).join(', ') || 'none of its own'}`;
}

const title = (file: string) => {
  const words = file.replace(/^\d+_/, '').replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const files = [...new Set([...described.values()].map(({ file }) => file))].sort();
const chapter = (file: string) =>
  `## ${title(file)}

From [${file}.sql](../supabase/schemas/${file}.sql).

${catalogue.verbs
  .filter(({ name }) => described.get(name)?.file === file)
  .map(section)
  .join('\n\n')}`;

const limits = catalogue.checks.map(
  ({ name, table, rule }) => `| ${code(name)} | ${table} | ${code(rule.replaceAll('|', '\\|'))} |`,
);

const open = catalogue.verbs.filter(({ callers }) => callers.includes('anon')).map(({ name }) => code(name));

const text = `<!-- Made from the database by scripts/make-api-doc.ts; change supabase/schemas and run it again. -->

# What the database answers

Everything people do is a function in the schema \`public\`, called as \`POST /rest/v1/rpc/<name>\` with its arguments as
JSON. Of ${catalogue.verbs.length}, a visitor may call ${open.join(', ')}; all others ask for a signed-in person, and a visitor gets \`42501\`. Whoever is not
recognised after all is refused \`sign_in_first\`. Nobody passes on who she is: the database knows. What visitors may call tells
only what everybody may know, or asks for the secret of a link.

A refusal is an error with code \`P0001\` whose message is a key; the key has words in every language (\`refusal.<key>\`).
What is too long, too short or not on a list is refused by the name of a rule, listed at the end.

${files.map(chapter).join('\n\n')}

## Rules for what is stored

| Rule | Table | What it demands |
| --- | --- | --- |
${limits.join('\n')}
`;

await writeGenerated(new URL('../docs/api.md', import.meta.url), text, 'node scripts/make-api-doc.ts');
