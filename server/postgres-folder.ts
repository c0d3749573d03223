import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exists } from './folder.ts';
import { Problem } from './problem.ts';
import { spawnAs, type Account, type Programs } from './postgres-programs.ts';

/** What a whole cluster always has; one of these missing means a copy or a deletion was cut short. */
const parts = ['PG_VERSION', 'global/pg_control', 'base', 'pg_wal', 'pg_hba.conf', 'postgresql.conf'];

/**
 * Makes the database folder, or checks the one that is there.
 * Made beside its place and renamed at the end, so that a folder in its place is always whole.
 */
export async function openCluster(
  folder: string,
  programs: Programs,
  account: Account,
  password: string,
  signal?: AbortSignal,
) {
  if (await exists(folder)) return checkCluster(folder, programs);
  const draft = `${folder}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true, mode: 0o700 });
  const passwordFile = `${folder}.password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  try {
    const { uid, gid } = account;
    if (uid !== undefined && gid !== undefined) {
      await Promise.all([chown(draft, uid, gid), chown(passwordFile, uid, gid)]);
    }
    await runInitdb(draft, passwordFile, programs, account, signal);
    await rename(draft, folder);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function checkCluster(folder: string, programs: Programs): Promise<void> {
  for (const part of parts) {
    if (!(await exists(join(folder, part)))) {
      throw new Problem(
        `The database folder ${folder} is incomplete: ${part} is missing. Nothing was changed. ` +
          'Restore the folder from a backup, or start anew with --fresh.',
      );
    }
  }
  const version = (await readFile(join(folder, 'PG_VERSION'), 'utf8')).trim();
  const ours = await versionOf(programs);
  if (version !== ours) {
    throw new Problem(
      `The database folder ${folder} was written by Postgres ${version}, and this is Postgres ${ours}. ` +
        'Nothing was changed. Dump it with the old version, or start anew with --fresh.',
    );
  }
}

async function versionOf({ postgres }: Programs): Promise<string> {
  return /(\d+)/.exec(await output(postgres, ['--version']))?.[1] ?? '';
}

async function runInitdb(
  folder: string,
  passwordFile: string,
  programs: Programs,
  account: Account,
  signal: AbortSignal | undefined,
) {
  const flags = [
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
  ];
  // The same sorting and letters on every system, whatever locales it has.
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  await output(programs.initdb, [`--pgdata=${folder}`, ...flags, ...locale], account, signal);
}

/** Runs a program to its end; a failure carries what it wrote to stderr. */
async function output(
  program: string,
  args: string[],
  account: Account = {},
  signal?: AbortSignal,
): Promise<string> {
  const child = spawnAs(account, program, args, { stdio: ['ignore', 'pipe', 'pipe'], signal });
  let said = '';
  let complaint = '';
  child.stdout?.on('data', (chunk) => (said += chunk));
  child.stderr?.on('data', (chunk) => (complaint += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(said) : reject(new Error(`${program} ended with ${code}: ${complaint.trim()}`)),
    );
  });
}
