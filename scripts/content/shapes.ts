import type { z } from 'zod';
import { collection } from '../../src/lib/content/collections.ts';
import type { Entry } from '../../src/lib/content/entry.ts';
import type { Content } from './content.ts';
import { atKey, type Problem } from './problem.ts';

type Issue = z.core.$ZodIssue;

/** Files that cannot be read, and front matter that is not what its schema asks. Nothing is built with either. */
export function shapes({ entries, unread }: Content): Problem[] {
  const malformed = unread.map((one) => ({ ...one, stops: true }));
  return [...malformed, ...entries.flatMap(misfits)];
}

function misfits(entry: Entry): Problem[] {
  const { facts, words } = collection(entry.collection);
  const schema = entry.lang ? words : facts;
  const result = schema?.safeParse(entry.data);
  const issues = result?.error?.issues ?? [];
  return issues.map((issue) => {
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
    return { ...atKey(entry, path, ...inWords(issue, entry)), stops: true };
  });
}

/** What zod found, and what to do about it, as a person would say it. */
function inWords(issue: Issue, entry: Entry): [what: string, repair: string] {
  const key = `“${issue.path.join('.')}”`;
  const value = issue.path.reduce<unknown>(
    (at, step) => (at as Record<PropertyKey, unknown> | undefined)?.[step],
    entry.data,
  );
  if (value === undefined && issue.code !== 'custom' && issue.code !== 'unrecognized_keys')
    return [`${key} is missing`, 'write it; docs/fields.md says what belongs there'];
  const long =
    typeof value === 'string'
      ? `${value.length} characters`
      : Array.isArray(value)
        ? `${value.length} lines`
        : String(value);
  switch (issue.code) {
    case 'unrecognized_keys':
      return [
        `there is no key ${issue.keys.map((name) => `“${name}”`).join(', ')} in ${entry.collection}`,
        'correct its spelling or take it out; docs/fields.md lists the keys',
      ];
    case 'too_big':
      return [`${key} has ${long}, and ${issue.maximum} is the most`, 'shorten it'];
    case 'too_small':
      return [`${key} has ${long}, and ${issue.minimum} is the least`, 'add what is missing'];
    case 'invalid_value':
      return [
        `${key} is “${String(value)}”, which is not on the list`,
        `choose one of ${issue.values.join(', ')}`,
      ];
    case 'invalid_type':
      return [
        `${key} should be ${issue.expected}, and is “${typeof value === 'object' ? JSON.stringify(value) : String(value)}”`,
        'write it as docs/fields.md shows',
      ];
    default:
      return [`${key} is not right (${issue.message})`, 'write it as docs/fields.md shows'];
  }
}
