import { CORE_SCHEMA, load, type YAMLException } from 'js-yaml';
import { isMap, isPair, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { Locale } from '../../schemas/vocabulary.ts';
import type { CollectionName } from './collections.ts';

/** One file of the content, read. */
export interface Entry {
  /** From the root of the project: `src/content/handbook/nb/the-first-hour.md`. */
  file: string;
  collection: CollectionName;
  /** `null` for facts, which are the same in every language. */
  lang: Locale | null;
  slug: string;
  data: Record<string, unknown>;
  /** What stands below the front matter; empty in YAML files. */
  body: string;
  /** The line on which the body begins, 1 first. */
  bodyLine: number;
  /** The line of a key, given as the way to it: `['sources', 0, 'section']`. */
  lineOf: (path: readonly PropertyKey[]) => number;
}

/** Why a file could not be read, and on which line. */
export interface Malformed {
  line: number;
  what: string;
}

type Parsed = Pick<Entry, 'data' | 'body' | 'bodyLine' | 'lineOf'>;

/** Reads front matter and body, or a file of YAML alone. */
export function parseEntry(text: string, extension: 'md' | 'yaml'): Parsed | Malformed {
  if (extension === 'yaml') return parseFront(text, 1, '', 1);
  if (!/^---\r?\n/.test(text))
    return {
      line: 1,
      what: 'the file does not begin with a line of three hyphens (---) above the front matter',
    };
  const end = /\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!end)
    return {
      line: 1,
      what: 'the front matter is never closed: a line of three hyphens (---) is missing below it',
    };
  const front = text.slice(text.indexOf('\n') + 1, end.index);
  const above = text.slice(0, end.index + end[0].length);
  return parseFront(front, 2, text.slice(above.length), above.split('\n').length);
}

/**
 * Reads with the parser the site itself reads with, six times as fast as the one that knows where everything stands;
 * that one is asked only when there is a line to tell.
 */
function parseFront(yaml: string, firstLine: number, body: string, bodyLine: number): Parsed | Malformed {
  const { placed, line } = placing(yaml, firstLine);
  let data: unknown;
  try {
    data = load(yaml, { schema: CORE_SCHEMA });
  } catch (problem) {
    const [error] = placed().errors;
    if (error) return { line: line(error.pos[0]), what: inWords(error.code, error.message) };
    const { mark, reason } = problem as YAMLException;
    return { line: (mark?.line ?? 0) + firstLine, what: `this is no YAML (${reason})` };
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return { line: firstLine, what: 'there are no lines of `key: value`' };
  const lineOf = (path: readonly PropertyKey[]) => line(offsetOf(placed(), path));
  return { data: data as Record<string, unknown>, body, bodyLine, lineOf };
}

/** The same YAML with its places, read when first asked for. */
function placing(yaml: string, firstLine: number) {
  const counter = new LineCounter();
  let document: Document | undefined;
  const placed = () => (document ??= parseDocument(yaml, { lineCounter: counter, prettyErrors: false }));
  const line = (offset: number) => counter.linePos(offset).line + firstLine - 1;
  return { placed, line };
}

/** Where a key stands; where it is missing, where the one that should hold it stands. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true);
    const key = path[depth - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
      if (pair && isScalar(pair.key)) return pair.key.range?.[0] ?? 0;
    }
    const node = document.getIn(path.slice(0, depth), true) as { range?: [number] } | undefined;
    if (node?.range) return node.range[0];
  }
  return 0;
}

/** The slips that happen, said without the parser's words. */
function inWords(code: string, message: string): string {
  if (code === 'DUPLICATE_KEY') return 'the same key stands here twice';
  if (code === 'TAB_AS_INDENT') return 'a tab stands where YAML wants blanks';
  if (/nested mappings/i.test(message))
    return 'a text with a colon and a blank (": ") in it stands without quotation marks';
  if (/implicit/i.test(message)) return 'a colon and a blank are missing after the key';
  return `this is no YAML (${message.split('\n')[0]})`;
}
