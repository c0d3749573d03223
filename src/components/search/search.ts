import { say } from '../../i18n/say.ts';
import type { Words } from '../../i18n/t.ts';
import type { Locale } from '../../schemas/vocabulary.ts';
import { showResults, type Hit } from './results.ts';

interface Pagefind {
  options(options: { noWorker: boolean; excerptLength: number }): Promise<void>;
  init(): Promise<void>;
  search(
    query: string,
    options: { filters: Record<string, unknown> },
  ): Promise<{ results: { data(): Promise<Hit> }[] }>;
}

const pageSize = 10;
const form = part('form[data-search]', HTMLFormElement);
const status = part('#search-status', HTMLElement);
const help = part('#search-help', HTMLElement);
const list = part('#search-results', HTMLElement);
const more = part('#search-more', HTMLButtonElement);
const lang = document.documentElement.lang as Locale;
const words = JSON.parse(form.dataset.search ?? '{}') as Words<'search'>;
let pagefind: Promise<Pagefind> | undefined;
let latest = 0;

readAddress();
form.addEventListener('submit', (event) => {
  event.preventDefault();
  writeAddress('push');
  void run();
});
let typing: ReturnType<typeof setTimeout> | undefined;
form.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(() => {
    writeAddress('replace');
    void run();
  }, 250);
});
// The engine is fetched when somebody is about to search, not before.
form.addEventListener('focusin', () => void load(), { once: true });
addEventListener('popstate', readAddress);

function part<Kind extends Element>(selector: string, kind: new () => Kind): Kind {
  const element = document.querySelector(selector);
  if (!(element instanceof kind)) throw new Error(`The search page has no ${selector}`);
  return element;
}

async function run(): Promise<void> {
  const mine = ++latest;
  const { q, type, audience } = values();
  if (!q) {
    clear();
    return;
  }
  // Said only where it takes long, so that a screen reader hears one thing: the result.
  const slow = setTimeout(() => (status.textContent = say(lang, words, 'searching')), 600);
  try {
    const filters = { ...(type && { type }), ...(audience && { audience: { any: [audience, 'everyone'] } }) };
    const { results } = await (await load()).search(q, { filters });
    const first = await Promise.all(results.slice(0, pageSize).map((result) => result.data()));
    if (mine !== latest) return;
    clear();
    const count = results.length;
    status.textContent =
      count === 0
        ? say(lang, words, 'found.zero', { query: q })
        : say(lang, words, 'found', { count, query: q });
    help.hidden = count > 0;
    showResults(list, first, words);
    offerMore(results.slice(pageSize));
  } catch {
    if (mine === latest) status.textContent = say(lang, words, 'failed');
  } finally {
    clearTimeout(slow);
  }
}

function offerMore(rest: { data(): Promise<Hit> }[]): void {
  more.hidden = rest.length === 0;
  more.onclick = async () => {
    const shown = list.childElementCount;
    showResults(list, await Promise.all(rest.slice(0, pageSize).map((result) => result.data())), words);
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

function load(): Promise<Pagefind> {
  pagefind ??= start().catch((error: unknown) => {
    pagefind = undefined;
    throw error;
  });
  return pagefind;
}

async function start(): Promise<Pagefind> {
  const address = '/pagefind/pagefind.js';
  const engine = (await import(/* @vite-ignore */ address)) as Pagefind;
  // A worker would need its own permission in the security policy; our index is small.
  await engine.options({ noWorker: true, excerptLength: 26 });
  await engine.init();
  return engine;
}

function values(): { q: string; type: string; audience: string } {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? '').trim();
  return { q: text('q'), type: text('type'), audience: text('audience') };
}

/** The search stands in the address, so that it can be kept, shared and found again with the back button. */
function writeAddress(how: 'push' | 'replace'): void {
  const query = new URLSearchParams(Object.entries(values()).filter(([, value]) => value));
  const address = query.size > 0 ? `?${query}` : location.pathname;
  if (`?${query}` !== location.search) history[`${how}State`](null, '', address);
}

function readAddress(): void {
  const query = new URLSearchParams(location.search);
  for (const name of ['q', 'type', 'audience']) {
    const control = form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;
    control.value = query.get(name) ?? '';
  }
  void run();
}

// Arrow keys walk through the results; Escape goes back to the words.
document.addEventListener('keydown', (event) => {
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
});
