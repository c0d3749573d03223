/**
 * What the pages weigh and how fast they show, in a real Chromium with an empty cache, against a bare page and an
 * article of Starlight with the same words in the same run.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { buildSite } from '../server/build-site.ts';
import { freePort } from '../server/database.ts';
import { chromiumFlags, chromiumPath } from '../scripts/chromium.ts';
import { writeCompressed } from '../scripts/build-compress.ts';
import type { Measure, Report } from './figures.ts';
import { locales } from '../src/schemas/vocabulary.ts';
import { judge, type Verdict } from './pages/lighthouse.ts';
import { buildPeers } from './pages/peers.ts';
import { weighPortal } from './pages/portal.ts';
import { serveFolder } from './pages/static-site.ts';
import { total, weigh, type Weight } from './pages/weight.ts';
import { median } from './quantile.ts';

interface Template {
  name: string;
  path: string;
  /** Held to a reading page's weight; search and the lost page are tools. */
  reading: boolean;
  /** What Lighthouse minds and is meant: a tool asks not to be listed, the lost page is answered as lost. */
  meant?: string[];
}

/** One page of each template. */
const templates: Template[] = [
  { name: 'home', path: '', reading: true },
  { name: 'programmes', path: 'programmes/', reading: true },
  { name: 'programme', path: 'programmes/highly-skilled/', reading: true },
  { name: 'partner kit', path: 'programmes/highly-skilled/kit/', reading: true },
  { name: 'handbook', path: 'handbook/', reading: true },
  { name: 'article', path: 'handbook/the-first-hour/', reading: true },
  { name: 'modules', path: 'modules/', reading: true },
  { name: 'module', path: 'modules/your-cv/', reading: true },
  { name: 'tools', path: 'tools/', reading: true },
  { name: 'sheet', path: 'tools/agreement/', reading: true },
  { name: 'stories', path: 'stories/', reading: true },
  { name: 'evidence', path: 'evidence/', reading: true },
  { name: 'results', path: 'evidence/highly-skilled/', reading: true },
  { name: 'news', path: 'news/', reading: true },
  { name: 'questions', path: 'questions/', reading: true },
  { name: 'glossary', path: 'glossary/', reading: true },
  { name: 'site page', path: 'privacy/', reading: true },
  { name: 'search', path: 'search/', reading: false, meant: ['is-crawlable'] },
  { name: 'lost page', path: '404/', reading: false, meant: ['is-crawlable', 'http-status-code'] },
];

export const measure: Measure = async (report, { quick }) => {
  const scratch = await mkdtemp(join(tmpdir(), 'bench-pages-'));
  const site = process.env.SITE_DIST ?? join(scratch, 'dist');
  // As it is published, where each page has been packed once and for all; so are those it is held against.
  process.env.PACKED = 'all';
  if (!process.env.SITE_DIST) await buildSite({ site, siteUrl: 'http://localhost:4321' });
  const peers = await buildPeers();
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [...chromiumFlags, `--remote-debugging-port=${port}`],
  });
  for (const peer of Object.values(peers))
    await writeCompressed(peer, 'pages').then(() => writeCompressed(peer, 'rest'));
  const served = await Promise.all([site, peers.bare, peers.starlight].map(serveFolder));
  const [ours, bare, starlight] = served.map(({ url }) => url) as [string, string, string];
  try {
    await weighPages(report, browser, ours, `${bare}/bare/`, `${starlight}/starlight/`);
    await judgePages(report, port, quick ? 1 : 3, ours, `${bare}/bare/`, `${starlight}/starlight/`, quick);
    await browser.close();
    await weighPortal(report, site);
  } finally {
    await browser.close();
    await Promise.all(served.map(({ close }) => close()));
    await rm(scratch, { recursive: true, force: true });
  }
};

async function weighPages(report: Report, browser: Browser, ours: string, bare: string, starlight: string) {
  const peer = await weighOnce(browser, starlight);
  report({ figure: 'bare page', value: total(await weighOnce(browser, bare)) / 1000, unit: 'kB' });
  report({
    figure: "Starlight's article",
    value: total(peer) / 1000,
    unit: 'kB',
    note: `${peer.requests} requests`,
  });
  for (const language of locales)
    for (const { name, path, reading } of templates) {
      const weight = await weighOnce(browser, `${ours}/${language}/${path}`);
      const what = `${name} (${language})`;
      const { html, css, script, inline, font, requests, fonts } = weight;
      const note = `HTML ${html}, CSS ${css}, script files ${script}, inline ${inline} bytes`;
      const most = reading ? 14 : undefined;
      report({
        figure: `${what}: HTML, CSS and script`,
        value: total(weight) / 1000,
        unit: 'kB',
        most,
        note,
      });
      report({
        figure: `${what}: script`,
        value: (script + inline) / 1000,
        unit: 'kB',
        most: reading ? 1 : undefined,
      });
      report({
        figure: `${what}: requests`,
        value: requests - fonts,
        unit: 'requests',
        most: reading ? 3 : undefined,
      });
      report({ figure: `${what}: fonts`, value: fonts, unit: 'files', most: 1 });
      report({ figure: `${what}: font`, value: font / 1000, unit: 'kB', most: 30 });
      if (name === 'article' && language === 'en')
        report({
          figure: `${what} to Starlight's`,
          value: total(weight) / total(peer),
          unit: '× Starlight',
          most: 0.34,
        });
    }
}

async function weighOnce(browser: Browser, url: string): Promise<Weight> {
  const page = await browser.newPage();
  const weight = await weigh(page, () => page.goto(url, { waitUntil: 'networkidle' }));
  await page.close();
  return weight;
}

async function judgePages(
  report: Report,
  port: number,
  runs: number,
  ours: string,
  bare: string,
  starlight: string,
  quick: boolean,
): Promise<void> {
  const judged = quick ? templates.slice(0, 2) : templates;
  const verdicts: [Template, Verdict][] = [];
  const bares: Verdict[] = [];
  // The machine is not as quick all along: the bare page takes turns with ours, and its middle is the floor.
  for (const template of judged) {
    bares.push(await judge(bare, port, 1));
    verdicts.push([template, await judge(`${ours}/en/${template.path}`, port, runs)]);
  }
  const floor = median(bares.map(({ lcp }) => lcp));
  report({ figure: 'bare page: LCP', value: floor, unit: 'ms', note: `the middle of ${bares.length}` });
  const blocked = bares.map(({ tbt }) => tbt);
  report({
    figure: 'bare page: TBT',
    value: Math.min(...blocked),
    unit: 'ms',
    note: `middle of the runs ${Math.round(median(blocked))} ms`,
  });
  report({ figure: "Starlight's article: LCP", value: (await judge(starlight, port, runs)).lcp, unit: 'ms' });
  for (const [template, verdict] of verdicts) tell(report, template, verdict, floor);
  // The other languages have the same templates and other words: their scores are looked at, as often as the machine needs.
  for (const language of quick ? [] : locales.filter((locale) => locale !== 'en'))
    for (const template of judged)
      tellScores(
        report,
        template,
        await judge(`${ours}/${language}/${template.path}`, port, runs, ({ score }) => score === 100),
        language,
      );
}

function tell(report: Report, template: Template, verdict: Verdict, floor: number): void {
  const { lcp, tbt, tbtMiddle } = verdict;
  report({
    figure: `${template.name}: LCP to the bare page's`,
    value: lcp / floor,
    unit: '× bare',
    most: 1.15,
    note: `${Math.round(lcp)} ms`,
  });
  report({
    figure: `${template.name}: TBT`,
    value: tbt,
    unit: 'ms',
    most: 0,
    note: `middle of the runs ${Math.round(tbtMiddle)} ms`,
  });
  tellScores(report, template, verdict, 'en');
}

function tellScores(
  report: Report,
  { name, meant = [] }: Template,
  verdict: Verdict,
  language: string,
): void {
  const { cls, score, faults } = verdict;
  const byDesign = faults.length > 0 && faults.every((fault) => meant.includes(fault));
  report({ figure: `${name} (${language}): CLS`, value: cls, unit: '', most: 0 });
  report({
    figure: `${name} (${language}): lowest of the four scores`,
    value: score,
    unit: 'of 100',
    least: byDesign ? undefined : 100,
    note: faults.join(', '),
  });
}
