import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** A product started as `npm start` does, in a process of its own. */
export interface Product {
  pid: number;
  url: string;
  /** From the command to the first page answered, in milliseconds. */
  took: number;
  /** The steps it named and their times. */
  steps: () => string;
  /** Stops it the way Ctrl-C does; milliseconds until the last process was gone. */
  stop: () => Promise<number>;
}

/** Starts the product and waits until it serves its first page and answers its API. */
export async function startProduct(
  port: number,
  args: string[],
  started: (pid: number) => void = () => {},
): Promise<Product> {
  const root = join(import.meta.dirname, '../..');
  const begun = performance.now();
  const child = spawn(process.execPath, ['server/main.ts', '--port', String(port), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let told = '';
  child.stdout.on('data', (chunk) => (told += chunk));
  child.stderr.on('data', (chunk) => (said += chunk));
  const pid = child.pid!;
  started(pid);
  const url = `http://localhost:${port}`;
  const gone = new Promise<number>((resolve) => child.once('exit', () => resolve(performance.now())));
  while (!(await serves(url))) {
    if (child.exitCode !== null) throw new Error(`The product did not start: ${said}`);
    await new Promise((wake) => setTimeout(wake, 50));
  }
  const took = performance.now() - begun;
  const steps = () =>
    [...told.matchAll(/^ {2}(\w+) +([\d.]+ s)$/gm)].map(([, name, time]) => `${name} ${time}`).join(', ');
  return { pid, url, took, steps, stop: () => stop(child, gone) };
}

async function stop(child: ChildProcess, gone: Promise<number>): Promise<number> {
  const asked = performance.now();
  child.kill('SIGINT');
  return (await gone) - asked;
}

async function serves(url: string): Promise<boolean> {
  try {
    const [page, api] = await Promise.all([
      fetch(`${url}/en/`),
      fetch(`${url}/auth/v1/user`).then(({ status }) => status),
    ]);
    return page.ok && api < 500;
  } catch {
    return false;
  }
}
