/** Writes `src/lib/api/database.ts`: the database's tables, verbs and states as types. `--check` only compares. */
import { readCatalogue, refusalsOf, type Argument, type Catalogue } from './catalogue.ts';
import { writeGenerated } from './generated.ts';

const catalogue = await readCatalogue();
const enums = new Set(catalogue.enums.map(({ name }) => name));

const plain: Record<string, string> = {
  boolean: 'boolean',
  smallint: 'number',
  integer: 'number',
  bigint: 'number',
  numeric: 'number',
  jsonb: 'Json',
  void: 'undefined',
};

/** A Postgres type as what the API's JSON has for it. */
function typeOf(type: string): string {
  if (type.endsWith('[]')) return `${typeOf(type.slice(0, -2))}[]`;
  if (enums.has(type)) return `Enums['${type}']`;
  return plain[type] ?? 'string';
}

const rows = ({ tables }: Catalogue) =>
  tables.map(({ name, columns }) => {
    const fields = columns.map((c) => `${c.name}: ${typeOf(c.type)}${c.nullable ? ' | null' : ''};`);
    return `${name}: { Row: { ${fields.join(' ')} } };`;
  });

// Postgres cannot say that an argument must not be null; a verb that leaves one out treats it as null.
const args = (list: Argument[]) =>
  list.length === 0
    ? 'Record<string, never>'
    : `{ ${list.map((a) => `${a.name}${a.optional ? '?' : ''}: ${typeOf(a.type)} | null;`).join(' ')} }`;

const functions = ({ verbs }: Catalogue) =>
  verbs.map((verb) => `${verb.name}: { Args: ${args(verb.args)}; Returns: ${typeOf(verb.returns)} };`);

const refusals = new Set(catalogue.verbs.flatMap((verb) => refusalsOf(verb, catalogue.parts)));
const list = (values: Iterable<string>) => `[${[...values].map((value) => `'${value}'`).join(', ')}]`;

const text = `// Made from the database by scripts/make-types.ts; change supabase/schemas and run it again.

export type Json = string | number | boolean | null | { [key: string]: Json } | Json[];

/** The states of what has a life of its own, in their order. */
export const enums = {
${catalogue.enums.map(({ name, values }) => `${name}: ${list(values)},`).join('\n')}
} as const;
type Enums = { [Name in keyof typeof enums]: (typeof enums)[Name][number] };

/** The arguments of every verb, in their order. */
export const verbs = {
${catalogue.verbs.map((verb) => `${verb.name}: ${list(verb.args.map(({ name }) => name))},`).join('\n')}
} as const;

/** Every key a verb may be refused with; each has words as \`refusal.<key>\`. */
export const refusals = ${list([...refusals].sort())} as const;

export interface Database {
  public: {
    Tables: { ${rows(catalogue).join('\n')} };
    Views: Record<string, never>;
    Functions: { ${functions(catalogue).join('\n')} };
    Enums: Enums;
    CompositeTypes: Record<string, never>;
  };
}
`;

await writeGenerated(
  new URL('../src/lib/api/database.ts', import.meta.url),
  text,
  'node scripts/make-types.ts',
);
