/** A policy made wrong in every way we can think of; a good test notices each. */

interface Policy {
  table: string;
  name: string;
  using: string;
}

/** Statements that each make one policy too wide or too narrow. */
export function mutants({ table, name, using }: Policy): string[] {
  const policy = `policy "${name}" on public.${table}`;
  const narrow = [`drop ${policy}`, `alter ${policy} using (false)`];
  const public_ = `grant select on public.${table} to anon; alter ${policy} to public`;
  // Where everybody who has signed in reads everything, it cannot be wider but for visitors.
  if (using === 'true') return [...narrow, public_];
  return [
    ...narrow,
    `alter ${policy} using (true)`,
    `alter table public.${table} disable row level security`,
    ...weaker(using).map((condition) => `alter ${policy} using (${condition})`),
  ];
}

/** The condition with one of its parts left out, at any depth of its ANDs and ORs. */
export function weaker(condition: string): string[] {
  for (const glue of [' OR ', ' AND '] as const) {
    const parts = branches(condition, glue);
    if (parts.length === 1) continue;
    const around = (at: number, inner: string[]) =>
      [...parts.slice(0, at), ...inner, ...parts.slice(at + 1)].join(glue);
    return parts.flatMap((part, at) => [
      around(at, []),
      ...weaker(part).map((less) => around(at, [`(${less})`])),
    ]);
  }
  return [];
}

/** The parts of a condition between its outermost ORs or ANDs, as Postgres prints them: `((a) OR (b))`. */
function branches(condition: string, glue: ' OR ' | ' AND '): string[] {
  const text = condition.startsWith('(') && closes(condition, 0) === condition.length - 1 ? condition.slice(1, -1) : condition; // prettier-ignore
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')') depth--;
    if (depth === 0 && text.startsWith(glue, at)) {
      parts.push(text.slice(from, at));
      from = at + glue.length;
    }
  }
  return [...parts, text.slice(from)];
}

function closes(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth === 0) return at;
  }
  return -1;
}
