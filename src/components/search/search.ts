/** The search page's script: fetched when somebody is about to search. */
import type { Words } from '../../i18n/t.ts';
import type { Answer } from '../../lib/search/rank.ts';
import { allPages, behind, findTexts, findTitles, titlesIn, type TextResult } from './find.ts';
import { showResults, type Result } from './results.ts';
import type { Page } from '../../lib/search/titles.ts';

const pageSize = 10;
/** Each text shown costs a file of its own, so the first look takes few. */
const firstTexts = 4;
const names = ['q', 'type', 'audience', 'programme', 'country'] as const;
type Values = Record<(typeof names)[number], string>;

const form = part('form[data-search]', HTMLFormElement);
const status = part('#search-status', HTMLElement);
const help = part('#search-help', HTMLElement);
const list = part('#search-results', HTMLElement);
const more = part('#search-more', HTMLButtonElement);
const lang = document.documentElement.lang;
const words = JSON.parse(form.dataset.search ?? '{}') as Words<'search'>;
let latest = 0;
let typing: ReturnType<typeof setTimeout> | undefined;

void titlesIn(lang).catch(() => undefined);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  ask('push');
});
form.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(() => ask('replace'), 250);
});
addEventListener('popstate', readAddress);
document.addEventListener('keydown', walk);
if (location.search) readAddress();
// What was typed before this script was there.
else if (values().q) ask('replace');

function part<Kind extends Element>(selector: string, kind: new () => Kind): Kind {
  const element = document.querySelector(selector);
  if (!(element instanceof kind)) throw new Error(`The search page has no ${selector}`);
  return element;
}

function ask(how: 'push' | 'replace'): void {
  clearTimeout(typing);
  writeAddress(how);
  void run();
}

async function run(): Promise<void> {
  const mine = ++latest;
  const chosen = values();
  if (names.every((name) => !chosen[name])) {
    clear();
    list.ariaBusy = 'false';
    return;
  }
  list.ariaBusy = 'true';
  // Said only where it takes long, so that a screen reader hears one thing: how many there are in all.
  const slow = setTimeout(() => mine === latest && (status.textContent = words['searching']), 1500);
  const fits = ({ page }: { page: Page }) => passes(page, chosen);
  try {
    const answers = (await (chosen.q ? findTitles(lang, chosen.q) : allPages(lang))).filter(fits);
    if (mine !== latest) return;
    const firm = answers.filter((answer) => answer.firm);
    if (firm.length > 0) {
      clear();
      showResults(list, firm.slice(0, pageSize), words);
    }
    const texts = chosen.q ? (await textsOrNone(chosen.q, firm.length > 0)).filter(fits) : [];
    const rest = [...firm.slice(pageSize), ...behind(answers, texts)];
    const now = firstOf(rest, pageSize - Math.min(pageSize, firm.length));
    const first = await Promise.all(now.map(ready));
    if (mine !== latest) return;
    if (firm.length === 0) clear();
    showResults(list, first, words);
    tell(Math.min(pageSize, firm.length) + rest.length, chosen.q);
    offerMore(rest.slice(now.length));
  } catch {
    if (mine === latest) status.textContent = words['failed'];
  } finally {
    clearTimeout(slow);
    if (mine === latest) list.ariaBusy = 'false';
  }
}

/** Where titles were found, a full text that cannot be had takes nothing away. */
async function textsOrNone(question: string, enough: boolean): Promise<TextResult[]> {
  try {
    return await findTexts(lang, question);
  } catch (error) {
    if (enough) return [];
    throw error;
  }
}

/** As many as there is room for, with few texts among them. */
function firstOf(rest: (Answer | TextResult)[], room: number): (Answer | TextResult)[] {
  const isText = (result: Answer | TextResult) => 'excerpt' in result;
  return rest.slice(0, room).filter((_, at) => rest.slice(0, at + 1).filter(isText).length <= firstTexts);
}

async function ready(result: Answer | TextResult): Promise<Result> {
  // A page that was found is shown, also where its excerpt cannot be had.
  return 'excerpt' in result
    ? { page: result.page, excerpt: await result.excerpt().catch(() => undefined) }
    : result;
}

function tell(count: number, query: string): void {
  const many = count === 0 ? 'zero' : count === 1 ? 'one' : 'other';
  const sentence = words[query ? (`found.${many}` as const) : (`chosen.${many}` as const)];
  status.textContent = sentence.replace('{count}', String(count)).replace('{query}', () => query);
  help.hidden = count > 0;
}

function offerMore(rest: (Answer | TextResult)[]): void {
  more.hidden = rest.length === 0;
  more.onclick = async () => {
    // Once; and what was asked before is not put below what has been asked since.
    more.onclick = null;
    const mine = latest;
    const next = await Promise.all(rest.slice(0, pageSize).map(ready));
    if (mine !== latest) return;
    const shown = list.childElementCount;
    showResults(list, next, words);
    list.children[shown]?.querySelector('a')?.focus();
    offerMore(rest.slice(pageSize));
  };
}

function clear(): void {
  status.textContent = '';
  help.hidden = true;
  more.hidden = true;
  list.replaceChildren();
}

const partners = ['partner', 'company', 'municipality', 'school', 'housing'];

/** Whether a page is among what was chosen. What is for everyone or about no country is for each. */
function passes(page: Page, { type, audience, programme, country }: Values): boolean {
  const readers = ['everyone', audience, ...(audience === 'partner' ? partners : [])];
  if (partners.includes(audience)) readers.push('partner');
  return (
    (!type || page.type === type) &&
    (!audience || readers.includes(page.audience)) &&
    (!programme || page.programme === programme) &&
    (!country || !page.country || page.country === country)
  );
}

function values(): Values {
  const data = new FormData(form);
  return Object.fromEntries(names.map((name) => [name, String(data.get(name) ?? '').trim()])) as Values;
}

/** The search stands in the address, so that it can be kept, shared and found again with the back button. */
function writeAddress(how: 'push' | 'replace'): void {
  const query = new URLSearchParams(Object.entries(values()).filter(([, value]) => value));
  const address = query.size > 0 ? `?${query}` : location.pathname;
  if (`?${query}` !== location.search) history[`${how}State`](null, '', address);
}

function readAddress(): void {
  const query = new URLSearchParams(location.search);
  for (const name of names) {
    const control = form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;
    control.value = query.get(name) ?? '';
  }
  const folded = form.querySelector('details');
  if (folded && (query.has('programme') || query.has('country'))) folded.open = true;
  void run();
}

/** Arrow keys walk through the results; Escape goes back to the words. */
function walk(event: KeyboardEvent): void {
  const links = [...list.querySelectorAll('a')];
  const here = links.indexOf(document.activeElement as HTMLAnchorElement);
  const input = form.elements.namedItem('q') as HTMLInputElement;
  if (event.key === 'Escape' && here >= 0) input.focus();
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  if (here < 0 && document.activeElement !== input) return;
  const target = event.key === 'ArrowDown' ? links[here + 1] : here > 0 ? links[here - 1] : input;
  if (!target) return;
  event.preventDefault();
  target.focus();
}
