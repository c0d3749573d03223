import { readFile } from 'node:fs/promises';

/** Ticks of all processors since the machine began (see proc(5)): wanted by us, and of those given to other machines. */
async function ticks(): Promise<{ wanted: number; taken: number }> {
  const stat = await readFile('/proc/stat', 'utf8').catch(() => '');
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] =
    stat.split('\n')[0]?.match(/\d+/g)?.map(Number) ?? [];
  return { wanted: user + nice + system + irq + softirq + steal, taken: steal };
}

/**
 * Begins to watch how much of the time that this machine's processors would have worked was given to its neighbours.
 * @returns what tells the share, 0 to 1, from then until now; 0 where nothing says so, as on a machine of its own
 */
export async function watchTaken(): Promise<() => Promise<number>> {
  const before = await ticks();
  return async () => {
    const now = await ticks();
    const wanted = now.wanted - before.wanted;
    return wanted > 0 ? (now.taken - before.taken) / wanted : 0;
  };
}
