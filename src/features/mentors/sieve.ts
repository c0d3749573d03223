import { topics, type Topic } from '../../schemas/topics.ts';

/** What a reader has chosen to see in the directory. The address says it, so that it can be kept, sent and gone back to. */
export interface Sieve {
  words: string;
  /** A sub-major group (two digits) or a unit group (four). */
  field: string;
  language: string;
  /** A region's key, or `online`. */
  where: string;
  offers: Topic[];
  hours: number;
  shelf: '' | 'favourite' | 'hidden';
}

export const openSieve: Sieve = {
  words: '',
  field: '',
  language: '',
  where: '',
  offers: [],
  hours: 0,
  shelf: '',
};

/** Reads an address; what it says that we do not know is left out. */
export function sieveOf(search: string): Sieve {
  const query = new URLSearchParams(search);
  const shelf = query.get('shelf');
  return {
    words: (query.get('words') ?? '').slice(0, 80),
    field: /^(\d{2}|\d{4})$/.exec(query.get('field') ?? '')?.[0] ?? '',
    language: /^[a-z]{2}$/.exec(query.get('language') ?? '')?.[0] ?? '',
    where: /^(online|[a-z]{2}-[a-z0-9]{1,3})$/.exec(query.get('where') ?? '')?.[0] ?? '',
    offers: topics.filter((topic) => query.get('offers')?.split(',').includes(topic)),
    hours: Math.min(40, Math.max(0, Math.floor(Number(query.get('hours')) || 0))),
    shelf: shelf === 'favourite' || shelf === 'hidden' ? shelf : '',
  };
}

/** The same as an address; an open sieve is an empty one. */
export function searchOf(sieve: Sieve): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(sieve)) {
    const text = Array.isArray(value) ? value.join(',') : String(value || '');
    if (text) query.set(name, text);
  }
  const text = query.toString();
  return text && `?${text}`;
}
