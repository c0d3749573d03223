import * as z from 'zod/mini';
import type { Key } from './words.tsx';

// Zod would otherwise try `new Function`, which the security policy refuses and reports.
z.config({ jitless: true });

/** What is wrong with one field, as a key with parameters. */
export interface Problem {
  field: string;
  key: Key;
  params: Record<string, string | number>;
}

/** Holds typed values against a form's schema; one problem per field, in the schema's order. */
export function problemsOf(schema: z.ZodMiniType, values: object): Problem[] {
  const result = schema.safeParse(values);
  if (result.success) return [];
  const found = new Map<string, Problem>();
  for (const issue of result.error.issues) {
    const field = String(issue.path[0] ?? '');
    if (found.has(field)) continue;
    const value = (values as Record<string, unknown>)[field];
    found.set(field, { field, ...problem(issue, value) });
  }
  return [...found.values()];
}

function problem(issue: z.core.$ZodIssue, value: unknown): Pick<Problem, 'key' | 'params'> {
  if (issue.code === 'custom' && issue.params?.['key'])
    return { key: issue.params['key'] as Key, params: {} };
  // A line of a list, such as a language without its level.
  if (issue.path.length > 1) return { key: 'form.row-unfinished', params: {} };
  const empty = value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
  if (issue.code === 'too_small' && issue.origin === 'array') return { key: 'form.choose-some', params: {} };
  if (issue.code === 'too_big' && issue.origin === 'array')
    return { key: 'form.choose-fewer', params: { max: Number(issue.maximum) } };
  if (empty) return { key: 'form.missing', params: {} };
  const count = typeof value === 'string' ? value.trim().length : 0;
  if (issue.code === 'too_small' && issue.origin === 'string')
    return { key: 'form.too-short', params: { min: Number(issue.minimum), count } };
  if (issue.code === 'too_big' && issue.origin === 'string')
    return {
      key: 'form.too-long',
      params: { max: Number(issue.maximum), over: count - Number(issue.maximum) },
    };
  if (issue.code === 'invalid_type' && (issue.expected === 'int' || issue.expected === 'number'))
    return { key: 'form.whole-number', params: {} };
  if (issue.code === 'too_small') return { key: 'form.too-low', params: { min: Number(issue.minimum) } };
  if (issue.code === 'too_big') return { key: 'form.too-high', params: { max: Number(issue.maximum) } };
  return { key: 'form.unsound', params: {} };
}
