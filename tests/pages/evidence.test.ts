/** What a chart says beside its bars: whose they are, and of how many. */
import { expect, test } from 'vitest';
import { locales } from '../../src/schemas/vocabulary.ts';
import { builtFile } from './site.ts';

/** One figure of a page, from its heading to the next one's. */
const figure = (page: string, id: string) =>
  builtFile(page).match(new RegExp(`<section class="figure" aria-labelledby="${id}">[^]*?</section>`))?.[0] ??
  '';

test.each(locales)('a row that lacks a number keeps its name in the chart (%s)', (lang) => {
  for (const id of ['response-rates', 'questionnaire-length']) {
    const [chart = '', table = ''] = figure(`/${lang}/evidence/how-we-count/`, id).split('<table');
    const rows = [...table.matchAll(/<th scope="row"[^>]*>([^<]+)</g)].map(([, name]) => name ?? '');
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.filter((name) => !chart.includes(`>${name}<`))).toEqual([]);
  }
});

test('a row with a base of its own tells it, drawn and in the table', () => {
  const [chart, table] = figure('/en/evidence/side-by-side/', 'headline-comparison').split('<table');
  expect(chart).toContain('24% (9 of 38)');
  expect(table).toContain('9 of 38');
});

test.each(locales)('the list of contradictions can be jumped to (%s)', (lang) => {
  const page = builtFile(`/${lang}/evidence/what-does-not-add-up/`);
  expect(page).toMatch(/<nav class="contents"[^]*<a href="#contradictions">[^]*<\/nav>/);
});
