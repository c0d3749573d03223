/** A value that the demo world's own data makes sure of; says so if the data no longer does. */
export function sure<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('The demo world misses something it counts on.');
  return value;
}
