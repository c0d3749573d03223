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
 * @param enough whether no further run is needed: a score that cannot be better
 */
export async function judge(
  url: string,
  port: number,
  runs: number,
  enough: (verdict: Verdict) => boolean = () => false,
): Promise<Verdict> {
  const results: Result[] = [];
  let failed = 0;
  while (results.length < runs && !(results.length > 0 && enough(verdictOf(results)))) {
    const result = await lighthouse(url, {
      port,
      output: 'json',
      logLevel: 'silent',
      onlyCategories: [...kinds],
    });
    const problem = result ? result.lhr.runtimeError?.message : 'nothing was said';
    if (result && !problem) results.push(result.lhr);
    // A page that was not painted in time on a busy machine is looked at again.
    else if (++failed > 2) throw new Error(`Lighthouse failed at ${url}: ${problem}`);
  }
  return verdictOf(results);
}

function verdictOf(results: Result[]): Verdict {
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
