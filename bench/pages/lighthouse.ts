import lighthouse, { type Result } from 'lighthouse';
import { median } from '../quantile.ts';

/** What Lighthouse says of a page on a phone: medians of a few runs, and the audits that cost points. */
export interface Verdict {
  lcp: number;
  tbt: number;
  cls: number;
  /** The lowest of the four scores, 0–100. */
  score: number;
  faults: string[];
}

const kinds = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/**
 * Runs Lighthouse's mobile preset.
 * @param port of a Chromium that may be told what to do
 */
export async function judge(url: string, port: number, runs: number): Promise<Verdict> {
  const results: Result[] = [];
  for (let run = 0; run < runs; run++) {
    const result = await lighthouse(url, {
      port,
      output: 'json',
      logLevel: 'silent',
      onlyCategories: [...kinds],
    });
    if (!result) throw new Error(`Lighthouse said nothing of ${url}.`);
    results.push(result.lhr);
  }
  const middle = (audit: string) => median(results.map((lhr) => lhr.audits[audit]?.numericValue ?? NaN));
  const scores = kinds.map((kind) =>
    median(results.map((lhr) => (lhr.categories[kind]?.score ?? NaN) * 100)),
  );
  const faults = results.flatMap((lhr) =>
    kinds.flatMap((kind) =>
      (lhr.categories[kind]?.auditRefs ?? [])
        .filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 1)
        .map(({ id }) => id),
    ),
  );
  return {
    lcp: middle('largest-contentful-paint'),
    tbt: middle('total-blocking-time'),
    cls: middle('cumulative-layout-shift'),
    score: Math.round(Math.min(...scores)),
    faults: [...new Set(faults)],
  };
}
