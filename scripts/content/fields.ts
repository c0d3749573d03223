import { z } from 'zod';
import { collection, type CollectionName } from '../../src/lib/content/collections.ts';

/** A field as JSON Schema describes it; what we read of it. */
export interface Field {
  type?: string;
  description?: string;
  default?: unknown;
  enum?: string[];
  const?: unknown;
  pattern?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: Field;
  prefixItems?: Field[];
  anyOf?: Field[];
  properties?: Record<string, Field>;
  additionalProperties?: Field | boolean;
  required?: string[];
}

/** The fields of a collection's facts or words, out of its schema: the schema is where each is defined and explained. */
export function fieldsOf(name: CollectionName, part: 'facts' | 'words'): Field | undefined {
  const schema = collection(name)[part];
  if (!schema) return undefined;
  return z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    reused: 'inline',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'date') Object.assign(jsonSchema, { type: 'string', format: 'date' });
    },
  }) as Field;
}

/** What may stand in a field, in a few words: “at most 70 characters”, “one of mentor, mentee”. */
export function limitsOf(field: Field): string {
  const { type, items, maxLength, minItems = 0, maxItems, minimum, maximum } = field;
  if (field.enum) return `one of ${field.enum.join(', ')}`;
  if (field.format === 'date') return 'a date, 2026-11-21';
  if (field.format === 'uri') return 'an address, https://…';
  if (field.anyOf) {
    const ways = field.anyOf.map((way) => (way.type === 'null' ? '`null`' : limitsOf(way))).filter(Boolean);
    return ways.join(', or ');
  }
  if (isInEveryLanguage(field)) return 'a text in each language';
  if (type === 'string') return maxLength ? `at most ${maxLength} characters` : 'text';
  if (type === 'boolean') return 'true or false';
  if (type === 'integer' || type === 'number') return numberIn(minimum, maximum);
  if (type !== 'array') return `with ${Object.keys(field.properties ?? {}).join(', ') || 'keys of its own'}`;
  const some = maxItems
    ? `${minItems} to ${maxItems} of them`
    : minItems > 0
      ? `at least ${minItems}`
      : 'any number';
  const each = items ? limitsOf(items) : 'numbers';
  return `a list, ${some}${each && each !== 'text' ? `, each ${each}` : ''}`;
}

/** JSON Schema writes the greatest safe number where there is no limit. */
function numberIn(least: number | undefined, most: number | undefined): string {
  const from = least !== undefined && least > -1e9 ? `from ${least}` : '';
  const to = most !== undefined && most < 1e9 ? `up to ${most}` : '';
  return ['a number', from, to].filter(Boolean).join(' ');
}

export function isInEveryLanguage({ properties }: Field): boolean {
  return properties !== undefined && Object.keys(properties).join() === 'en,nb,da,sv';
}
