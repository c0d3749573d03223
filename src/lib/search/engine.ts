/**
 * Full text: Pagefind's engine and index without Pagefind's own script, which is six times this file and carries a worker,
 * an unpacker and interfaces we do not use. It speaks with version 1.6 of the engine; the build refuses any other.
 */

/** What the build tells: names of Pagefind's files for one language, and which page each of its pages is. */
export interface Shelf {
  meta: string;
  engine: string;
  /** How the names of the pages' files begin, in the order of the small index. */
  pages: string[];
}

/** A page with the words one looks for: its number in the small index, and where they stand. */
export interface Found {
  page: number;
  excerpt(): Promise<Excerpt>;
}

/** A piece of text around the words, and the section it stands in. */
export interface Excerpt {
  text: string;
  section?: { title: string; id: string };
}

interface Exports {
  memory: WebAssembly.Memory;
  __wbindgen_externrefs: WebAssembly.Table;
  __wbindgen_malloc(size: number, align: number): number;
  __wbindgen_free(at: number, size: number, align: number): void;
  __wbindgen_start(): void;
  init_pagefind(at: number, size: number): number;
  load_index_chunk(engine: number, at: number, size: number): number;
  request_indexes(engine: number, at: number, size: number): [number, number];
  search(engine: number, ...rest: number[]): [number, number];
}

/** A page as the engine answers it: file, group of files, and places of the words. */
interface Row {
  p: string;
  g?: string;
  l: { l: number; s: number }[];
}

/** A page's file. */
interface Fragment {
  content: string;
  anchors: { element: string; id: string; text: string; location: number }[];
}

const folder = '/pagefind/';
const around = 26;

/** Starts the engine. The promise fails where a file cannot be had. */
export async function startEngine(shelf: Shelf): Promise<(query: string) => Promise<Found[]>> {
  const [code, meta] = await Promise.all([
    unpacked(`wasm.${shelf.engine}.pagefind`),
    unpacked(`pagefind.${shelf.meta}.pf_meta`),
  ]);
  const { instance } = await WebAssembly.instantiate(code, {
    './pagefind_web_bg.js': { __wbindgen_init_externref_table: fillTable },
  });
  const wasm = instance.exports as unknown as Exports;
  function fillTable() {
    const table = wasm.__wbindgen_externrefs;
    const at = table.grow(4);
    table.set(0, undefined);
    [undefined, null, true, false].forEach((value, slot) => table.set(at + slot, value));
  }
  wasm.__wbindgen_start();
  const give = (bytes: Uint8Array): [number, number] => {
    const at = wasm.__wbindgen_malloc(bytes.length, 1) >>> 0;
    new Uint8Array(wasm.memory.buffer).set(bytes, at);
    return [at, bytes.length];
  };
  const take = ([at, size]: [number, number]): unknown => {
    const text = new TextDecoder().decode(
      new Uint8Array(wasm.memory.buffer).subarray(at >>> 0, (at >>> 0) + size),
    );
    wasm.__wbindgen_free(at, size, 1);
    return JSON.parse(text);
  };
  const say = (text: string) => give(new TextEncoder().encode(text));

  let engine = wasm.init_pagefind(...give(meta));
  const chunks = new Map<string, Promise<void>>();
  const loadChunk = async (name: string) => {
    const chunk = await unpacked(`index/${name}.pf_index`);
    engine = wasm.load_index_chunk(engine, ...give(chunk));
  };
  return async (query) => {
    const words =
      query
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu)
        ?.join(' ') ?? '';
    const bare = words.normalize('NFD').replace(/\p{M}/gu, '');
    if (!bare) return [];
    const names = take(wasm.request_indexes(engine, ...say(bare))) as string[];
    await Promise.all(
      names.filter(Boolean).map((name) => {
        const loading = chunks.get(name) ?? loadChunk(name);
        chunks.set(name, loading);
        loading.catch(() => chunks.delete(name));
        return loading;
      }),
    );
    const answer = wasm.search(engine, ...say(bare), ...say(words), ...say('{}'), ...say(''), 0, 0);
    const { results } = take(answer) as { results: Row[] };
    return results.map((row) => ({
      page: shelf.pages.findIndex((begin) => row.p.includes(`_${begin}`)),
      excerpt: () => readExcerpt(row),
    }));
  };
}

async function readExcerpt({ p, g, l }: Row): Promise<Excerpt> {
  const file = JSON.parse(
    new TextDecoder().decode(await unpacked(`fragment/${g || p}.pf_fragment`)),
  ) as unknown;
  const { content, anchors } = (g ? (file as Record<string, Fragment>)[p] : file) as Fragment;
  const words = content.split(/[\r\n\s]+/);
  // Where the words stand closest together.
  const score = (from: number) =>
    l.reduce((sum, { l: at, s }) => (at >= from && at < from + around ? sum + s : sum), 0);
  const best = l.map(({ l: at }) => at).sort((a, b) => score(b) - score(a) || a - b)[0] ?? 0;
  const from = Math.max(0, Math.min(best - 4, words.length - around));
  const text = words.slice(from, from + around).join(' ');
  const above = anchors
    .filter(({ element, location }) => /^h[2-6]$/.test(element) && location <= best)
    .at(-1);
  const section = above && { title: above.text, id: above.id };
  return { text: `${from > 0 ? '… ' : ''}${text}${from + around < words.length ? ' …' : ''}`, section };
}

/** A file of Pagefind's: packed, with its name in front. */
async function unpacked(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(folder + name);
  if (!answer.ok || !answer.body) throw new Error(`${answer.status} ${name}`);
  const stream = answer.body.pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer()).subarray('pagefind_dcd'.length);
}
