import { access, constants, mkdir, writeFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem, errorCode } from './problem.ts';

/**
 * Makes sure the data folder exists and can be written. Tried with a file of our own, because a read-only
 * mount passes `access` for root.
 */
export async function openFolder(folder: string): Promise<void> {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK | constants.X_OK);
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    const reason: Record<string, string> = {
      EACCES: 'you may not write there',
      EPERM: 'you may not write there',
      EROFS: 'the disk is read-only',
      ENOSPC: 'the disk is full',
      EEXIST: 'it is a file, not a folder',
      ENOTDIR: 'it is a file, not a folder',
    };
    throw new Problem(
      `The data folder ${folder} cannot be used: ${reason[errorCode(error)] ?? errorCode(error)}. ` +
        'Choose another one with --data DIR.',
    );
  }
}

/** True where something has this name. */
export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
