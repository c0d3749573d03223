/**
 * Search as a reader meets it, in a real Chromium: how high the page stands that somebody looks for, and what comes over
 * the wire, against stock Pagefind over the same pages in the same run. The questions are in `search/queries.yaml`; whoever
 * tunes the search does not read them.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { parse } from 'yaml';
import { z } from 'zod';
import { findable } from '../scripts/build-titles.ts';
import { readPages } from '../scripts/build-pages.ts';
import { buildSite } from '../server/build-site.ts';
import { locales, type Locale } from '../src/schemas/vocabulary.ts';
import { chromiumFlags, chromiumPath } from '../scripts/chromium.ts';
import type { Measure, Report } from './figures.ts';
import { serveFolder } from './pages/static-site.ts';
import { measureCrowd } from './search/crowd.ts';
import { openOurs, openStock, type Peer } from './search/peers.ts';
import { writeStock } from './search/stock.ts';

const question = z.object({
  lang: z.enum(locales),
  query: z.string().min(2),
  page: z.string(),
  kind: z.string().optional(),
});
type Question = z.infer<typeof question>;

/** Where the page stands that a question looks for: one over its place, 0 below the tenth. */
interface Verdict extends Question {
  ours: number;
  stock: number;
}

export const measure: Measure = async (report, { quick }) => {
  const scratch = await mkdtemp(join(tmpdir(), 'bench-search-'));
  const site = process.env.SITE_DIST ?? join(scratch, 'dist');
  if (!process.env.SITE_DIST) await buildSite({ site });
  const pages = findable(await readPages(site));
  const questions = await readQuestions(new Set(pages.map(({ url }) => url)), quick ? 10 : Infinity);
  const stock = await writeStock(site, join(scratch, 'stock'));
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags });
  const served = await Promise.all([site, stock].map(serveFolder));
  const [ours = '', theirs = ''] = served.map(({ url }) => url);
  try {
    const verdicts: Verdict[] = [];
    for (const lang of locales)
      verdicts.push(
        ...(await askAll(
          report,
          browser,
          lang,
          questions.filter((one) => one.lang === lang),
          ours,
          theirs,
        )),
      );
    tell(report, verdicts);
    await weighAll(report, browser, questions, ours, theirs, quick ? 1 : 5);
    await measureCrowd(report, pages, 300);
  } finally {
    await browser.close();
    await Promise.all(served.map(({ close }) => close()));
    await rm(scratch, { recursive: true, force: true });
  }
};

/** @throws if a question looks for a page that is not there */
async function readQuestions(pages: Set<string>, most: number): Promise<Question[]> {
  const file = await readFile(join(import.meta.dirname, 'search/queries.yaml'), 'utf8');
  const all = z.array(question).parse(parse(file));
  const lost = all.filter(({ page }) => !pages.has(page)).map(({ query, page }) => `${query}: ${page}`);
  if (lost.length > 0)
    throw new Error(`queries.yaml looks for pages that cannot be found:\n${lost.join('\n')}`);
  return locales.flatMap((lang) => all.filter((one) => one.lang === lang).slice(0, most));
}

async function askAll(
  report: Report,
  browser: Browser,
  lang: Locale,
  asked: Question[],
  ours: string,
  theirs: string,
) {
  const [our, their] = await Promise.all([openOurs(browser, ours, lang), openStock(browser, theirs, lang)]);
  const verdicts: Verdict[] = [];
  let foreign = 0;
  for (const one of asked) {
    const found = await our.ask(one.query);
    foreign += found.filter((url) => !url.startsWith(`/${lang}/`)).length;
    verdicts.push({
      ...one,
      ours: value(found, one.page),
      stock: value(await their.ask(one.query), one.page),
    });
  }
  await Promise.all([our.close(), their.close()]);
  report({ figure: `results in another language (${lang})`, value: foreign, unit: '', most: 0 });
  return verdicts;
}

function value(found: string[], page: string): number {
  const place = found.slice(0, 10).indexOf(page);
  return place === -1 ? 0 : 1 / (place + 1);
}

const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

function tell(report: Report, verdicts: Verdict[]): void {
  const say = (name: string, some: Verdict[], least?: number) => {
    const [ours, stock] = [mean(some.map((one) => one.ours)), mean(some.map((one) => one.stock))];
    const missed = some.filter((one) => one.ours === 0).length;
    const note = `ours ${ours.toFixed(3)}, stock ${stock.toFixed(3)}; ${some.length} questions, ${missed} not among ten`;
    report({ figure: `MRR@10 ${name}`, value: ours / stock, unit: '× stock Pagefind', least, note });
  };
  for (const lang of locales)
    say(
      `(${lang})`,
      verdicts.filter((one) => one.lang === lang),
      1.1,
    );
  const kinds = new Set(verdicts.flatMap(({ kind }) => kind ?? []));
  for (const kind of kinds)
    say(
      `of ${kind}`,
      verdicts.filter((one) => one.kind === kind),
    );
  say('in all', verdicts, 1.1);
}

/** What the first question of a visit costs, after the page itself; the middle of a few. */
async function weighAll(
  report: Report,
  browser: Browser,
  asked: Question[],
  ours: string,
  theirs: string,
  times: number,
) {
  for (const lang of locales) {
    const some = asked.filter((one) => one.lang === lang).slice(0, times);
    const first: number[] = [];
    const full: number[] = [];
    const stock: number[] = [];
    for (const { query } of some) {
      const weigh = async (open: typeof openOurs, origin: string): Promise<Peer['weight']> => {
        const peer = await open(browser, origin, lang);
        await peer.ask(query);
        await peer.close();
        return peer.weight;
      };
      const our = await weigh(openOurs, ours);
      first.push(our.first);
      full.push(our.all);
      stock.push((await weigh(openStock, theirs)).all);
    }
    report({
      figure: `bytes to first results (${lang})`,
      value: Math.max(...first) / 1000,
      unit: 'kB',
      most: 20,
      note: 'script and index',
    });
    report({
      figure: `bytes of the first full-text search (${lang})`,
      value: mean(full) / mean(stock),
      unit: '× stock Pagefind',
      most: 1,
      note: `ours ${(mean(full) / 1000).toFixed(1)} kB with everything, stock ${(mean(stock) / 1000).toFixed(1)} kB; ${some.length} questions`,
    });
  }
}
