import { randomBytes } from 'node:crypto';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Problem, errorCode } from './problem.ts';

const shape = z.strictObject({
  /** Password of the embedded database. */
  database: z.string().min(20),
  /** Signs access tokens; sessions outlive a restart because it does. */
  jwt: z.string().min(32),
  /** Seals addresses and hashes sign-in codes. */
  guard: z.string().min(32),
  publishableKey: z.string().startsWith('sb_publishable_'),
  secretKey: z.string().startsWith('sb_secret_'),
});

export type Secrets = z.infer<typeof shape>;

/** The secrets of this data folder: made once, kept in a file only its owner can read. */
export async function readSecrets(folder: string): Promise<Secrets> {
  const path = join(folder, 'secrets.json');
  try {
    await chmod(path, 0o600);
    return shape.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') {
      throw new Problem(`${path} cannot be read as it was written. Restore it, or start anew with --fresh.`);
    }
  }
  const random = () => randomBytes(32).toString('base64url');
  const secrets: Secrets = {
    database: random(),
    jwt: random(),
    guard: random(),
    publishableKey: `sb_publishable_${random()}`,
    secretKey: `sb_secret_${random()}`,
  };
  // Written beside and renamed, so that a crash leaves the whole file or none.
  await writeFile(`${path}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  await rename(`${path}.new`, path);
  return secrets;
}
