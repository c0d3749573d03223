/** Runs one named step and says how long it took: `database 0.6 s`. */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  console.log(`  ${name.padEnd(12)}${((performance.now() - started) / 1000).toFixed(1)} s`);
  return result;
}
