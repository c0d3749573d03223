/** The value that `share` (0–1) of the samples do not exceed, between neighbours where it falls between. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? NaN;
  const above = sorted[Math.ceil(place)] ?? NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/** The middle of the samples. */
export const median = (samples: readonly number[]): number => quantile(samples, 0.5);
