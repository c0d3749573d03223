import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { execFile } from 'node:child_process';
import { errorCode, Problem } from './problem.ts';

const run = promisify(execFile);

/**
 * Ends a Postgres that a killed server left running on this folder, the orderly way, so that a new one may take
 * the folder. The caller holds the folder's lock: nobody else is using it.
 */
export async function endOrphan(folder: string): Promise<void> {
  const note = join(folder, 'postmaster.pid');
  const pid = Number((await readFile(note, 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid) return;
  if (!isAlive(pid)) return; // Postgres clears away the note itself.
  if (!(await isPostgres(pid))) {
    // The number has passed to some other program, as happens in containers and after a restart of the machine.
    await rm(note, { force: true });
    return;
  }
  process.kill(pid, 'SIGINT');
  for (let waited = 0; isAlive(pid); waited += 50) {
    if (waited === 10_000) process.kill(pid, 'SIGQUIT');
    await new Promise((done) => setTimeout(done, 50));
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** Whether a process is a Postgres. @throws Problem where this cannot be told, for it might be anybody's */
async function isPostgres(pid: number): Promise<boolean> {
  if (process.platform === 'linux')
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).includes('postgres');
  const [program, ...args] =
    process.platform === 'win32'
      ? (['tasklist', '/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH'] as const)
      : (['ps', '-p', String(pid), '-o', 'command='] as const);
  const { stdout } = await run(program, args).catch(() => {
    throw new Problem(
      `Process ${pid} may be the database of an earlier start. End it, or start the machine anew.`,
    );
  });
  return stdout.includes('postgres');
}
