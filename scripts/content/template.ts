import { stringify } from 'yaml';
import { blank } from './blanks.ts';
import { isInEveryLanguage, limitsOf, type Field } from './fields.ts';

/**
 * A new file's YAML: each field with what it means above it, filled in where there is something to fill in, and a blank
 * (`WRITE: title`) where only a person knows.
 * @param given values that are known, by key
 */
export function template(fields: Field, given: Record<string, unknown>): string {
  const { properties = {}, required = [] } = fields;
  const lines = Object.entries(properties).map(([key, field]) => {
    const wanted = required.includes(key) || field.default !== undefined || key in given;
    const value = key in given ? given[key] : filled(key, field);
    const yaml = stringify({ [key]: value }, { lineWidth: 0, singleQuote: true }).trimEnd();
    return `${explained(field)}\n${wanted ? yaml : yaml.replace(/^/gm, '# ')}`;
  });
  return `${lines.join('\n')}\n`;
}

/** What a field means and what may stand in it, as a comment above it. */
function explained(field: Field): string {
  const words = field.description?.replace(/\.?$/, '.') ?? '';
  const limits = limitsOf(field);
  return `# ${words} ${limits.charAt(0).toUpperCase()}${limits.slice(1)}.`.replace(/\s+/g, ' ');
}

/** Something in the right shape: a default, the first of a list, the least number, or a blank. */
function filled(key: string, field: Field): unknown {
  if (field.default !== undefined) return field.default;
  if (field.enum) return field.enum[0];
  if (field.anyOf) return filled(key, field.anyOf.find(({ type }) => type !== 'null') ?? {});
  if (field.format === 'date') return today();
  if (field.type === 'boolean') return false;
  if (field.type === 'integer' || field.type === 'number') return Math.max(field.minimum ?? 1, 1);
  if (isInEveryLanguage(field))
    return Object.fromEntries(['en', 'nb', 'da', 'sv'].map((lang) => [lang, `${blank} ${key} (${lang})`]));
  if (field.type === 'array')
    return Array.from({ length: field.minItems ?? 0 }, (_, at) =>
      filled(`${key} ${at + 1}`, field.items ?? {}),
    );
  if (field.type === 'object')
    return Object.fromEntries(
      (field.required ?? []).map((name) => [name, filled(name, field.properties?.[name] ?? {})]),
    );
  return `${blank} ${key.replaceAll('_', ' ')}${field.pattern?.includes('\\?') ? '?' : ''}`;
}

const today = () => new Date().toISOString().slice(0, 10);
