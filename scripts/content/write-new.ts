import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collection, collectionNames, type CollectionName } from '../../src/lib/content/collections.ts';
import { isSlug, readContent } from '../../src/lib/content/read.ts';
import { locales } from '../../src/schemas/vocabulary.ts';
import { sectionAddresses } from './addresses.ts';
import { blank } from './blanks.ts';
import { fieldsOf, type Field } from './fields.ts';
import { template } from './template.ts';

/** Why nothing was written, in one sentence. */
export class Refusal extends Error {}

/** A file to write. */
export interface NewFile {
  file: string;
  text: string;
}

/** What one may tell a new text from the start: keys of its front matter, and the programme to copy. */
export type Given = Record<string, unknown>;

/** The files of a new text, in all languages; nothing is written yet. */
export function newFiles(root: string, name: string, slug: string, given: Given = {}): NewFile[] {
  const kind = kindOf(name);
  refuse(root, kind, slug);
  if (kind === 'programmes')
    return [presetFile(root, slug, String(given.like ?? 'company')), ...wordFiles(kind, slug, {})];
  const facts = factsOf(root, kind, given);
  const own = collection(kind).facts ? [factFile(kind, slug, facts)] : [];
  return collection(kind).words ? [...own, ...wordFiles(kind, slug, own.length > 0 ? {} : facts)] : own;
}

/** The collection of a name people use. */
export function kindOf(name: string): CollectionName {
  const found = collectionNames.find((one) => one === name || one.replace(/s$/, '') === name);
  if (!found)
    throw new Refusal(`There is nothing called “${name}”. Choose one of ${collectionNames.join(', ')}.`);
  return found;
}

/** The choices a new text wants from a person: its keys with a closed list, and what is on it. */
export function choicesOf(kind: CollectionName): Record<string, string[]> {
  const fields = fieldsOf(kind, collection(kind).facts ? 'facts' : 'words')?.properties ?? {};
  const closed = Object.entries(fields).flatMap(([key, field]) =>
    field.enum && key !== 'checked_by' ? [[key, field.enum]] : [],
  );
  return kind === 'programmes' ? {} : Object.fromEntries(closed);
}

function refuse(root: string, kind: CollectionName, slug: string): void {
  if (!isSlug(slug))
    throw new Refusal(
      `“${slug}” cannot stand in an address. Use small letters a–z, digits and single hyphens, like the-first-hour.`,
    );
  const { entries, unread } = readContent(root);
  // The English file first, as that is the one to open.
  const names = entries
    .filter((entry) => entry.collection === kind && entry.slug === slug)
    .map(({ file }) => file);
  const unreadable = unread.find(({ file }) =>
    new RegExp(`/${kind}/(?:[a-z]+/)?${slug}\\.`).test(file),
  )?.file;
  const taken = names.find((file) => file.includes('/en/')) ?? names[0] ?? unreadable;
  if (taken)
    throw new Refusal(`The slug “${slug}” is taken by ${taken}. Change that text, or choose another slug.`);
  if (kind === 'pages' && sectionAddresses(root).has(`/en/${slug}/`))
    throw new Refusal(`The slug “${slug}” is taken by a section of the site. Choose another one.`);
}

/** What is known of a new text: what was given, the next free place in the order, and a first part or number. */
function factsOf(root: string, kind: CollectionName, given: Given): Given {
  const fields = (fieldsOf(kind, collection(kind).facts ? 'facts' : 'words') as Field).properties ?? {};
  for (const [key, value] of Object.entries(given)) {
    const field = fields[key];
    if (!field)
      throw new Refusal(`${kind} have no key “${key}”. They have ${Object.keys(fields).join(', ')}.`);
    if (field.enum && !field.enum.includes(String(value)))
      throw new Refusal(`“${String(value)}” is no ${key}. Choose one of ${field.enum.join(', ')}.`);
  }
  const first: Given =
    {
      tools: { parts: [{ id: 'first-part', kind: 'lines', rows: 2 }] },
      figures: { number: 'F000', period: String(new Date().getFullYear()), base: null },
    }[kind as string] ?? {};
  const chosen = { ...first, ...given };
  return fields.order && !('order' in given)
    ? { ...chosen, order: nextOrder(root, kind, fields, chosen) }
    : chosen;
}

function nextOrder(root: string, kind: CollectionName, fields: Record<string, Field>, chosen: Given): number {
  // Modules and pages of results stand in one row, whoever they are for and whatever they are about.
  const group = ['modules', 'evidence'].includes(kind)
    ? undefined
    : ['shelf', 'audience'].find((key) => fields[key]);
  const within = group && (chosen[group] ?? fields[group]?.enum?.[0]);
  const taken = readContent(root)
    .entries.filter(({ collection, data }) => collection === kind && (!group || data[group] === within))
    .map(({ data }) => Number(data.order) || 0);
  return Math.max(0, ...taken) + 1;
}

function factFile(kind: CollectionName, slug: string, facts: Given): NewFile {
  return {
    file: `src/content/${kind}/${slug}.yaml`,
    text: template(fieldsOf(kind, 'facts') as Field, facts),
  };
}

function wordFiles(kind: CollectionName, slug: string, facts: Given): NewFile[] {
  const { extension = 'md' } = collection(kind);
  const part = {
    heading: `${blank} heading of the part`,
    prompts: [`${blank} first question`, `${blank} second question`],
  };
  return locales.map((lang) => {
    const known = kind === 'tools' ? { parts: { 'first-part': part } } : facts;
    const yaml = template(fieldsOf(kind, 'words') as Field, known);
    const text = extension === 'md' ? `---\n${yaml}---\n\n${body}` : yaml;
    return { file: `src/content/${kind}/${lang}/${slug}.${extension}`, text };
  });
}

/** A programme has many rules, so a new one begins as a copy of one that is there. */
function presetFile(root: string, slug: string, like: string): NewFile {
  const source = join(root, `src/content/programmes/${like}.yaml`);
  if (!isSlug(like) || !existsSync(source))
    throw new Refusal(
      `There is no programme “${like}” to begin from. Name one of src/content/programmes, with --like.`,
    );
  const text = readFileSync(source, 'utf8')
    .replace(/^key: .*$/m, `key: ${slug}`)
    .replace(
      /^modelled_on: .*$/m,
      `modelled_on: '${blank} your organisation, or the programme whose figures it carries'`,
    );
  return { file: `src/content/programmes/${slug}.yaml`, text };
}

const body = `${blank} a first paragraph of two or three short sentences. What does the reader get here?

## ${blank} a heading that says what comes

${blank} short sentences, one thought each. Link to other pages of the same language, like the handbook.
`;
