import { audiences, type Audience } from '../../schemas/article.ts';

interface Shelved {
  slug: string;
  entry: { data: { audience?: Audience; order: number } };
}

/** Texts as a reader meets them: by audience, where a collection has shelves for several, then along the journey. */
export function inOrder<T extends Shelved>(texts: readonly T[]): T[] {
  return texts.toSorted(
    (a, b) => shelf(a) - shelf(b) || a.entry.data.order - b.entry.data.order || a.slug.localeCompare(b.slug),
  );
}

/** The texts before and after one, on the same shelf. */
export function neighbours<T extends Shelved>(texts: readonly T[], slug: string): { previous?: T; next?: T } {
  const ordered = orderOf(texts);
  const here = ordered.findIndex((text) => text.slug === slug);
  const beside = (text: T | undefined) =>
    text && ordered[here] && shelf(text) === shelf(ordered[here]) ? text : undefined;
  return { previous: beside(ordered[here - 1]), next: beside(ordered[here + 1]) };
}

const orders = new WeakMap<object, readonly Shelved[]>();

/** Every text of a list asks for its neighbours: a list is put in order once, or 5,000 texts take 25 times as long as 1,000. */
function orderOf<T extends Shelved>(texts: readonly T[]): readonly T[] {
  const known = (orders.get(texts) as readonly T[] | undefined) ?? inOrder(texts);
  orders.set(texts, known);
  return known;
}

interface Read {
  body?: string | undefined;
  data: object & { countries?: { text: string }[]; checklist?: string[] };
}

/**
 * Reading time in whole minutes for somebody who reads in a second language: 160 words a minute. The boxes of countries and
 * the list to tick are read too, so a text takes as long on its shelf as on its page.
 */
export function minutesToRead({ body = '', data: { countries = [], checklist = [] } }: Read): number {
  const read = [body, ...countries.map((box) => box.text), ...checklist].join(' ');
  const words = read.split(/\s+/).filter(Boolean).length;
  return Math.max(1, Math.round(words / 160));
}

function shelf({ entry }: Shelved): number {
  return entry.data.audience ? audiences.indexOf(entry.data.audience) : 0;
}
