import type { Part } from '../../schemas/form.ts';
import { fieldsOf, gathering, headerWords, neededFields, type ImportField } from './fields.ts';
import { fold } from './fold.ts';
import { languageIn } from './languages.ts';
import type { Lists } from './lists.ts';

/** Which column is which field (empty: not read), and what holds for everybody whose cell is empty. */
export interface Mapping {
  columns: Record<string, ImportField | ''>;
  defaults: Partial<Record<ImportField, string>>;
}

/** What headers seem to be; what was chosen for a header before comes first. Each field once, but those that gather. */
export function suggest(
  headers: readonly string[],
  part: Part,
  lists: Lists,
  before?: Partial<Mapping>,
): Mapping {
  const fields = fieldsOf(part);
  const taken = new Set<ImportField>();
  const columns: Mapping['columns'] = {};
  const take = (header: string, field: ImportField | '' | undefined) => {
    if (field === undefined || columns[header] !== undefined) return;
    if (field && (!fields.includes(field) || (taken.has(field) && !gathering.includes(field)))) return;
    columns[header] = field;
    if (field) taken.add(field);
  };
  for (const header of headers) {
    const known = before?.columns?.[header];
    if (known !== undefined) take(header, known);
  }
  for (const header of headers) {
    for (const field of lists.headers.get(fold(header)) ?? []) take(header, field as ImportField);
  }
  for (const header of headers) if (languageIn(lists, header)) take(header, 'languages');
  for (const header of headers) take(header, bySomeWord(header, fields));
  return {
    columns: Object.fromEntries(headers.map((header) => [header, columns[header] ?? ''])),
    defaults: { ...before?.defaults },
  };
}

/** A header that says more than its name, as “Fagfelt (hovedområde)” or “E-post privat”. */
function bySomeWord(header: string, fields: readonly ImportField[]): ImportField | undefined {
  const words = ` ${fold(header)} `;
  return fields.find((field) =>
    headerWords[field].some((word) => word.length > 4 && words.includes(` ${word} `)),
  );
}

/** Needed fields that no column and no value for all gives. */
export function missingFields({ columns, defaults }: Mapping): ImportField[] {
  const given = new Set<string>([...Object.values(columns), ...Object.entries(defaults).flatMap(([field, text]) => (text?.trim() ? [field] : []))]); // prettier-ignore
  return neededFields.filter((field) => !given.has(field) && !(field === 'shown_name' && given.has('name')));
}
