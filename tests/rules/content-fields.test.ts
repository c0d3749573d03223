/** Every key is explained where it is defined, and the build reads what the checks check. */
import { expect, test } from 'vitest';
import { fieldsOf, isInEveryLanguage, type Field } from '../../scripts/content/fields.ts';
import { collection, collectionNames } from '../../src/lib/content/collections.ts';
import { textOf } from './files.ts';

function unexplained(field: Field, name: string): string[] {
  if (isInEveryLanguage(field)) return [];
  const keys = Object.entries(field.properties ?? {});
  const inside = [field.items, ...(field.anyOf ?? []), field.additionalProperties];
  return [
    ...keys.flatMap(([key, one]) => [
      ...(one.description ? [] : [`${name}.${key}`]),
      ...unexplained(one, `${name}.${key}`),
    ]),
    ...inside.flatMap((one) => (typeof one === 'object' ? unexplained(one, name) : [])),
  ];
}

test('every key of every text says what it means', () => {
  const silent = collectionNames.flatMap((name) =>
    (['facts', 'words'] as const).flatMap((part) => unexplained(fieldsOf(name, part) ?? {}, name)),
  );
  expect([...new Set(silent)], "Add .describe('…') to it in src/schemas").toEqual([]);
});

test('the build and the checks know the same collections', () => {
  const config = textOf('src/content.config.ts');
  const built = [...config.matchAll(/loader: (facts|prose|inEachLanguage)\('(\w+)'/g)].map(
    ([, kind, folder]) => `${folder} ${kind === 'facts' ? 'facts' : 'words'}`,
  );
  const checked = collectionNames.flatMap((name) =>
    (['facts', 'words'] as const).filter((part) => collection(name)[part]).map((part) => `${name} ${part}`),
  );
  expect(built.sort(), 'Name it in src/content.config.ts and in src/lib/content/collections.ts').toEqual(
    checked.sort(),
  );
});
