import { startEngine, type Found, type Shelf } from '../../lib/search/engine.ts';
import { rank, spelled, type Answer } from '../../lib/search/rank.ts';
import { readTitles, type Page, type Titles } from '../../lib/search/titles.ts';

const kept = new Map<string, Promise<unknown>>();

/** Makes something once; what failed is tried anew next time. */
function once<Thing>(name: string, make: () => Promise<Thing>): Promise<Thing> {
  const thing = (kept.get(name) as Promise<Thing> | undefined) ?? make();
  kept.set(name, thing);
  thing.catch(() => kept.delete(name));
  return thing;
}

/** The small index of a language. */
export function titlesIn(lang: string): Promise<Titles> {
  return once('titles', async () => readTitles(await (await had(`/search/${lang}.txt`)).text(), lang));
}

/** First results: pages whose title, headings or main words answer. */
export async function findTitles(lang: string, question: string): Promise<Answer[]> {
  return rank(await titlesIn(lang), question);
}

/** All pages, where nothing is asked and only choices sort them. */
export async function allPages(lang: string): Promise<Answer[]> {
  return (await titlesIn(lang)).pages.map((page) => ({ page, sections: [], firm: true }));
}

/** A page found in the full text; its excerpt is fetched when it is about to be shown. */
export interface TextResult {
  page: Page;
  excerpt: Found['excerpt'];
}

/** Full text behind it. It is asked in the words of our texts before those that were typed. */
export async function findTexts(lang: string, question: string): Promise<TextResult[]> {
  const titles = await titlesIn(lang);
  const search = await once('engine', async () =>
    startEngine((await (await had(`/search/${lang}.json`)).json()) as Shelf),
  );
  let found: Found[] = [];
  for (const way of spelled(titles, question)) if (found.length === 0) found = await search(way);
  return found.flatMap(({ page: number, excerpt }) => {
    const page = titles.pages[number];
    return page ? [{ page, excerpt }] : [];
  });
}

/** What comes below the first results: pages in the order of both searches together, each once. */
export function behind(answers: Answer[], texts: TextResult[]): (Answer | TextResult)[] {
  const shown = new Set(answers.filter(({ firm }) => firm).map(({ page }) => page));
  const places = new Map<Page, { result: Answer | TextResult; worth: number }>();
  for (const results of [answers.filter(({ firm }) => !firm), texts.filter(({ page }) => !shown.has(page))])
    for (const [at, result] of results.entries()) {
      const { worth = 0, result: before = result } = places.get(result.page) ?? {};
      places.set(result.page, { result: before, worth: worth + 1 / (at + 3) });
    }
  return [...places.values()].sort((a, b) => b.worth - a.worth).map(({ result }) => result);
}

async function had(address: string): Promise<Response> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer;
}
