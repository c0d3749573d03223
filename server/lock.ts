import { chmod, link, readFile, rm, writeFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem, errorCode } from './problem.ts';

/** A process that has something to itself. */
interface Holder {
  pid: number;
  /** When the process began, as the system counts it; tells it from a later process with the same number. */
  born: string;
}

/** What a running server writes down for a second start, the benches and the tests. Readable by its owner only. */
export interface Running extends Holder {
  address: string;
  databaseUrl?: string;
}

/**
 * Takes the data folder for this process. A folder held by a living server is a {@link Problem}; what a killed
 * one left behind is cleared away.
 */
export async function takeLock(folder: string, address: string) {
  const path = join(folder, 'running.json');
  const mine: Running = { ...thisProcess(), address };
  const release = await hold<Running>(
    path,
    mine,
    (holder) =>
      `Already running on ${holder.address} (process ${holder.pid}) with the data folder ${folder}. ` +
      'Stop it first, or use another folder with --data DIR and another --port.',
  );
  return {
    /** Adds the database's address for those who may read the file. */
    async note(databaseUrl: string) {
      await writeFile(path, JSON.stringify({ ...mine, databaseUrl }), { mode: 0o600 });
      await chmod(path, 0o600);
    },
    release,
  };
}

/** Takes a site's folder for a build: two would write into each other. Answers with the way to let go of it. */
export function takeSite(site: string): Promise<() => Promise<void>> {
  return hold(
    `${site}.building`,
    thisProcess(),
    ({ pid }) => `Process ${pid} is just building the site in ${site}. Wait until it is done, and try again.`,
  );
}

/** Puts a note in a place that one living process may have; what a killed one left behind is cleared away. */
async function hold<T extends Holder>(path: string, mine: T, taken: (holder: T) => string) {
  const draft = `${path}.${process.pid}`;
  for (let attempt = 0; ; attempt++) {
    try {
      // Linked into place, so that nobody ever reads a half-written note.
      await writeFile(draft, JSON.stringify(mine), { mode: 0o600 });
      await link(draft, path);
      return () => rm(path, { force: true });
    } catch (error) {
      if (errorCode(error) !== 'EEXIST' || attempt > 2) throw error;
      const holder = await readNote<T>(path);
      if (holder && isAlive(holder)) throw new Problem(taken(holder));
      await rm(path, { force: true });
    } finally {
      await rm(draft, { force: true });
    }
  }
}

/** The note of the process that holds (or held) this place, or null. */
async function readNote<T extends Holder>(path: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T;
  } catch {
    return null;
  }
}

const thisProcess = (): Holder => ({ pid: process.pid, born: bornAt(process.pid) });

function isAlive({ pid, born }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) !== 'EPERM') return false;
  }
  return born === bornAt(pid);
}

/** When a process began, as its system tells it; empty where it does not, and there any living one counts. */
function bornAt(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    const told = spawnSync('ps', ['-p', String(pid), '-o', 'lstart='], { encoding: 'utf8' });
    return told.stdout?.trim() ?? '';
  }
}
