import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One block of a `_headers` file: a path pattern and what it adds. */
interface Rule {
  matches: RegExp;
  headers: [name: string, value: string][];
  /** Names it takes away first (`! Name`). */
  without: string[];
}

/** Headers for a path, from the `_headers` file the build wrote; the same file a static host reads. */
export type HeaderRules = (path: string) => [name: string, value: string][];

/** Reads `_headers`. Without the file there are none, and the server's own remain. */
export async function readHeaderRules(site: string): Promise<HeaderRules> {
  const rules = parseHeaderRules(await readFile(join(site, '_headers'), 'utf8').catch(() => ''));
  return (path) => {
    const merged = new Map<string, [string, string]>();
    // A later, narrower block replaces what an earlier one says under the same name.
    for (const rule of rules) {
      if (!rule.matches.test(path)) continue;
      for (const name of rule.without) merged.delete(name.toLowerCase());
      for (const pair of rule.headers) merged.set(pair[0].toLowerCase(), pair);
    }
    return [...merged.values()];
  };
}

/** Parses the format of Netlify and Cloudflare: a line with a pattern, then indented `Name: value` lines. */
function parseHeaderRules(text: string): Rule[] {
  const rules: Rule[] = [];
  for (const line of text.split('\n')) {
    if (!line.trim() || line.trimStart().startsWith('#')) continue;
    if (/^\s/.test(line)) {
      const [, gone, name, value] = /^\s+(?:!\s*(\S+)|([^:]+):(.*))$/.exec(line) ?? [];
      if (gone) rules.at(-1)?.without.push(gone);
      if (name) rules.at(-1)?.headers.push([name.trim(), (value ?? '').trim()]);
    } else {
      rules.push({ matches: asRegExp(line.trim()), headers: [], without: [] });
    }
  }
  return rules;
}

function asRegExp(pattern: string): RegExp {
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\*/g, '.*').replace(/:[a-z]+/gi, '[^/]+')}$`);
}
