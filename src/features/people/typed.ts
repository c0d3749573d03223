import type { Format, Interest } from '../../schemas/vocabulary.ts';

/** What both profile forms hold while they are filled in: texts as they were typed. */
export interface Typed {
  shown_name: string;
  field: string;
  specialism: string;
  languages: { language: string; level: string; use?: string[] }[];
  interests: Interest[];
  formats: Format[];
  place: string;
  hours: string;
  about: string;
}

export const nothingTyped: Typed = {
  shown_name: '',
  field: '',
  specialism: '',
  languages: [{ language: '', level: '' }],
  interests: [],
  formats: [],
  place: '',
  hours: '',
  about: '',
};

/**
 * Fills a form with what was kept: a draft or a saved row, both of unknown shape. What does not fit its field is left
 * out, so that no old draft can break a form.
 */
export function filled<V extends object>(empty: V, kept: object | null | undefined): V {
  const known = Object.entries(empty).map(([name, start]) => {
    const value = (kept as Record<string, unknown> | null | undefined)?.[name];
    if (typeof start === 'string')
      return [name, typeof value === 'number' ? String(value) : typeof value === 'string' ? value : start];
    return [
      name,
      Array.isArray(value) && value.every(name === 'languages' ? isLine : isText) ? value : start,
    ];
  });
  return Object.fromEntries(known) as V;
}

const isText = (value: unknown) => typeof value === 'string';

function isLine(value: unknown): boolean {
  const line = value as { language?: unknown; level?: unknown; use?: unknown } | null;
  const { use = [] } = line ?? {};
  const isUse = Array.isArray(use) && use.every(isText);
  return typeof line?.language === 'string' && typeof line.level === 'string' && isUse;
}

/** The number that was typed, forgiving what people add: “4 hours”, “ 4”. What is no number stays what it is. */
export function numberTyped(text: string): number {
  return Number(/^\s*(\d+(?:[.,]\d+)?)[^\d]*$/.exec(text)?.[1]?.replace(',', '.') ?? NaN);
}
