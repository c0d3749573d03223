import type { Words } from '../../i18n/t.ts';
import type { Excerpt } from '../../lib/search/engine.ts';
import type { Page, Section } from '../../lib/search/titles.ts';

/** A page in the list: with the sections whose headings answer, or with the place in its text. */
export interface Result {
  page: Page;
  sections?: Section[];
  excerpt?: Excerpt;
}

/** Adds pages to the list, as text only: nothing of a page is ever read as markup. */
export function showResults(list: HTMLElement, results: Result[], words: Words<'search'>): void {
  list.append(
    ...results.map(({ page, excerpt, sections = sectionOf(page, excerpt) }) => {
      const item = document.createElement('li');
      const heading = document.createElement('h3');
      heading.append(link(page.url, page.title));
      item.append(heading);
      if (excerpt) item.append(paragraph(excerpt.text));
      if (sections.length > 0) item.append(places(sections));
      item.append(labels(page, words));
      return item;
    }),
  );
}

function sectionOf({ url }: Page, excerpt: Excerpt | undefined): Section[] {
  return excerpt?.section ? [{ title: excerpt.section.title, url: `${url}#${excerpt.section.id}` }] : [];
}

function places(sections: Section[]): HTMLElement {
  const list = document.createElement('ul');
  list.className = 'places';
  for (const { title, url } of sections) {
    const item = document.createElement('li');
    item.append(link(url, title));
    list.append(item);
  }
  return list;
}

function labels({ type, audience }: Page, words: Words<'search'>): HTMLElement {
  const facts = paragraph('');
  facts.className = 'facts';
  const keys = [`one.${type}`, audience === 'everyone' ? '' : `audience.${audience}`];
  for (const key of keys as (keyof Words<'search'>)[]) {
    if (!words[key]) continue;
    const label = document.createElement('span');
    label.textContent = words[key];
    facts.append(label);
  }
  return facts;
}

function link(url: string, text: string): HTMLElement {
  const element = document.createElement('a');
  element.href = url;
  element.textContent = text;
  return element;
}

function paragraph(text: string): HTMLElement {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}
