import { readdir, readFile } from 'node:fs/promises';

/** Bytes that a process and all it started hold together; shared pages are divided among those who share them. */
export async function memoryOf(root: number): Promise<number> {
  const family = await familyOf(root);
  const sizes = await Promise.all(family.map(proportionalSize));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** The largest memory until `stop` is called. */
export function watchMemory(root: number): { stop: () => Promise<number> } {
  let most = 0;
  let watching = true;
  const done = (async () => {
    while (watching) {
      most = Math.max(most, await memoryOf(root));
      await new Promise((wake) => setTimeout(wake, 250));
    }
  })();
  return {
    async stop() {
      watching = false;
      await done;
      return most;
    },
  };
}

async function familyOf(root: number): Promise<number[]> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    // The name in parentheses may hold anything; the parent comes two words after it.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    if (parent) parents.set(Number(name), parent);
  }
  const family = [root];
  for (const known of family)
    for (const [child, parent] of parents)
      if (parent === known && !family.includes(child)) family.push(child);
  return family;
}

async function proportionalSize(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  const kilobytes = /^Pss:\s+(\d+) kB/m.exec(rollup)?.[1];
  if (kilobytes) return Number(kilobytes) * 1024;
  // Another account's processes show their whole size only; that counts shared pages more than once, never less.
  const pages = (await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '0 0')).split(' ')[1];
  return Number(pages) * 4096;
}
