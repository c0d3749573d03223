import lighthouse, { type Result } from 'lighthouse';
import { median } from '../quantile.ts';

/**
 * What Lighthouse says of a page on a phone: the middle of a few runs. Where work of the machine's own can only add,
 * in blocking time and the score made of it, the least disturbed run counts.
 */
export interface Verdict {
  lcp: number;
  tbt: number;
  /** The middle of all runs, to see how disturbed they were. */
  tbtMiddle: number;
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
  const each = (audit: string) => results.map((lhr) => lhr.audits[audit]?.numericValue ?? NaN);
  const scores = kinds.map((kind) => {
    const all = results.map((lhr) => (lhr.categories[kind]?.score ?? NaN) * 100);
    return kind === 'performance' ? Math.max(...all) : median(all);
  });
  const faults = results.flatMap((lhr) =>
    kinds.flatMap((kind) =>
      (lhr.categories[kind]?.auditRefs ?? [])
        .filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 1)
        .map(({ id }) => id),
    ),
  );
  return {
    lcp: median(each('largest-contentful-paint')),
    tbt: Math.min(...each('total-blocking-time')),
    tbtMiddle: median(each('total-blocking-time')),
    cls: Math.max(...each('cumulative-layout-shift')),
    score: Math.round(Math.min(...scores)),
    faults: [...new Set(faults)],
  };
}
