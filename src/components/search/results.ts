import type { Words } from '../../i18n/t.ts';

/** What Pagefind tells about one page it found. */
export interface Hit {
  url: string;
  meta: { title?: string };
  plain_excerpt: string;
  filters: Record<string, string[]>;
}

/** Adds found pages to the list, as text only: nothing of a page is ever read as markup. */
export function showResults(list: HTMLElement, hits: Hit[], words: Words<'search'>): void {
  for (const hit of hits) {
    const item = document.createElement('li');
    const heading = document.createElement('h3');
    const link = document.createElement('a');
    link.href = hit.url;
    link.textContent = hit.meta.title ?? hit.url;
    heading.append(link);
    item.append(heading, paragraph(`… ${hit.plain_excerpt} …`), labels(hit, words));
    list.append(item);
  }
}

function labels(hit: Hit, words: Words<'search'>): HTMLElement {
  const facts = paragraph('');
  facts.className = 'facts';
  const keys = [
    `type.${hit.filters.type?.[0]}`,
    `audience.${hit.filters.audience?.[0]}`,
  ] as (keyof Words<'search'>)[];
  for (const key of keys) {
    if (!words[key]) continue;
    const label = document.createElement('span');
    label.textContent = words[key];
    facts.append(label);
  }
  return facts;
}

function paragraph(text: string): HTMLElement {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}
