/**
 * The same 1,000 articles as a site of ours and of others, from nothing, in one run: how long, how much memory, how many
 * bytes. Then five times as many, and one change while somebody writes.
 */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { chromiumFlags, chromiumPath } from '../scripts/chromium.ts';
import type { Measure, Report } from './figures.ts';
import { serveFolder } from './pages/static-site.ts';
import { total, weigh } from './pages/weight.ts';
import { quantile } from './quantile.ts';
import { openOurs, openStock, type Peer } from './search/peers.ts';
import { makeArticles, type Article } from './site/articles.ts';
import { build, bytesOf, clear, type Built } from './site/build.ts';
import type { Generator } from './site/generator.ts';
import { ours } from './site/ours.ts';
import { astro, docusaurus, eleventy, installPeers, starlight } from './site/peers.ts';
import { timeReloads } from './site/reload.ts';

/** How often each is built; they take turns, and the middle counts. */
const rounds = new Map([[ours, 3], [starlight, 3], [astro, 3], [eleventy, 3], [docusaurus, 1]]); // prettier-ignore

export const measure: Measure = async (report, { quick }) => {
  await installPeers();
  const articles = makeArticles(250);
  const generators = [ours, starlight, astro, eleventy, ...(quick ? [] : [docusaurus])];
  const builds = new Map<Generator, Built[]>(generators.map((generator) => [generator, []]));
  for (const round of quick ? [0] : [0, 1, 2])
    for (const generator of generators)
      if (round < rounds.get(generator)!) builds.get(generator)!.push(await build(generator, articles));
  const middle = (generator: Generator) => middleOf(builds.get(generator)!);
  for (const generator of generators) await tell(report, generator, middle(generator), articles.length);
  report({
    figure: "our time to Starlight's",
    value: middle(ours).ms / middle(starlight).ms,
    unit: '× Starlight',
    most: 0.5,
    note: `work of the processors ${(middle(ours).work / middle(starlight).work).toFixed(2)} × Starlight`,
  });
  await weighAll(report, generators, articles);
  await tellReloads(report, await timeReloads(articles, quick ? 3 : 9));
  if (!quick) await grow(report, middle(ours), articles.length);
  for (const generator of generators) await clear(generator);
};

/** The build whose time is in the middle. */
const middleOf = (builds: Built[]): Built =>
  builds.toSorted((a, b) => a.ms - b.ms)[Math.floor((builds.length - 1) / 2)]!;

async function tell(report: Report, generator: Generator, built: Built, pages: number): Promise<void> {
  const { name } = generator;
  const own = generator === ours;
  const { files, packed } = await bytesOf(generator);
  report({
    figure: `${name}: time a page`,
    value: built.ms / pages,
    unit: 'ms',
    most: own ? 6 : undefined,
    note: `${seconds(built.ms)} s for ${pages} articles and all else; ${built.work.toFixed(1)} s of processor time`,
  });
  report({
    figure: `${name}: memory`,
    value: built.memory / 1e9,
    unit: 'GB',
    most: own ? 1 : undefined,
  });
  report({
    figure: `${name}: output`,
    value: files / 1e6,
    unit: 'MB',
    note: packed > 0 ? `and ${(packed / 1e6).toFixed(1)} MB of packed copies` : '',
  });
}

/** What a reader of one article and a seeker of one loads, with an empty cache. */
async function weighAll(report: Report, generators: Generator[], articles: Article[]): Promise<void> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags });
  try {
    const weights = new Map<Generator, number>();
    for (const generator of generators) {
      const { bytes, note } = await weighArticle(browser, generator, articles[100]!);
      weights.set(generator, bytes);
      report({ figure: `${generator.name}: bytes to first read`, value: bytes / 1000, unit: 'kB', note });
    }
    report({
      figure: "our bytes to first read to Starlight's",
      value: weights.get(ours)! / weights.get(starlight)!,
      unit: '× Starlight',
      most: 0.4,
    });
    await weighSearch(report, browser, articles[100]!);
  } finally {
    await browser.close();
  }
}

async function weighArticle(browser: Browser, { folder, output, address }: Generator, article: Article) {
  const site = await serveFolder(join(folder, output));
  const page = await browser.newPage();
  try {
    const url = `${site.url}${address(article)}`;
    const weight = await weigh(page, () => page.goto(url, { waitUntil: 'networkidle' }));
    const { html, css, script, font, requests } = weight;
    const note = `HTML ${html}, CSS ${css}, script ${script} bytes; ${requests} requests; fonts ${font} bytes more`;
    return { bytes: total(weight), note };
  } finally {
    await page.close();
    await site.close();
  }
}

async function weighSearch(report: Report, browser: Browser, article: Article): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'bench-site-'));
  const theirs = join(starlight.folder, starlight.output, 'pagefind');
  await cp(theirs, join(scratch, 'pagefind'), { recursive: true });
  await mkdir(join(scratch, 'en'));
  const blank = '<!doctype html><html lang="en"><title>Search</title><link rel="icon" href="data:,"></html>';
  await writeFile(join(scratch, 'en/index.html'), blank);
  const sites = await Promise.all([join(ours.folder, ours.output), scratch].map(serveFolder));
  try {
    const ask = async (open: typeof openOurs, origin = ''): Promise<Peer['weight']> => {
      const peer = await open(browser, origin, 'en');
      await peer.ask(article.title);
      await peer.close();
      return peer.weight;
    };
    const our = await ask(openOurs, sites[0]?.url);
    const stock = await ask(openStock, sites[1]?.url);
    report({
      figure: 'ours: search to the first results',
      value: our.first / 1000,
      unit: 'kB',
      note: `${(our.all / 1000).toFixed(1)} kB with the full text`,
    });
    report({
      figure: 'Starlight: search to the first results',
      value: stock.all / 1000,
      unit: 'kB',
      note: 'its Pagefind, without what its own search box weighs',
    });
    report({ figure: "our full text to Starlight's", value: our.all / stock.all, unit: '× Starlight' });
  } finally {
    for (const site of sites) await site.close();
    await rm(scratch, { recursive: true, force: true });
  }
}

function tellReloads(report: Report, took: number[]): void {
  report({
    figure: 'ours: one changed text',
    value: quantile(took, 0.5) / 1000,
    unit: 's',
    most: 1.5,
    note: `${took.length} changes, the slowest ${seconds(Math.max(...took))} s`,
  });
}

/** Whether five times the articles take more than five times the time. */
async function grow(report: Report, small: Built, before: number): Promise<void> {
  const articles = makeArticles(1250);
  const large = await build(ours, articles);
  const extra = (large.ms - small.ms) / (articles.length - before);
  const fixed = small.ms - extra * before;
  report({
    figure: 'ours: time a page at 5,000',
    value: large.ms / articles.length / (small.ms / before),
    unit: '× at 1,000',
    most: 1,
    note: `${seconds(large.ms)} s, ${(large.ms / articles.length).toFixed(2)} ms a page`,
  });
  report({
    figure: 'ours: each page more',
    value: extra,
    unit: 'ms',
    note: `between 1,000 and 5,000; what does not grow with them takes ${seconds(fixed)} s`,
  });
  report({ figure: 'ours: memory at 5,000', value: large.memory / 1e9, unit: 'GB' });
}

const seconds = (ms: number) => (ms / 1000).toFixed(1);
