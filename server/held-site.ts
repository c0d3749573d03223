import { copyFile, link, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './problem.ts';

/**
 * Keeps the built site as it is now in the data folder, under second names for the same files. A build that puts another
 * site in its place meanwhile changes nothing that is served, and whoever reads a page gets what belongs to it.
 * @returns the folder to serve; empty where there is no site
 */
export async function holdSite(site: string, data: string): Promise<string> {
  const held = join(data, 'site');
  for (;;) {
    const before = await placeOf(site);
    await rm(held, { recursive: true, force: true });
    const linking = before === null ? Promise.resolve() : linkFolder(site, held);
    const failed = await linking.then(
      () => null,
      (error: Error) => error,
    );
    // Another site has come into this place in the middle of it: once more, so that it is one of the two and not both.
    if ((await placeOf(site)) !== before) continue;
    if (failed) throw failed;
    return held;
  }
}

/** What tells a folder from another one of the same name. */
const placeOf = (folder: string) =>
  stat(folder).then(
    ({ ino, birthtimeMs }) => `${ino} ${birthtimeMs}`,
    () => null,
  );

async function linkFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await linkFolder(source, target);
    else if (entry.isFile())
      await link(source, target).catch((error: unknown) => copyAcross(error, source, target));
  }
}

/** A data folder on another disk, or on one that knows no second names, gets copies. */
async function copyAcross(error: unknown, source: string, target: string): Promise<void> {
  if (!['EXDEV', 'EPERM', 'ENOTSUP', 'EMLINK'].includes(errorCode(error))) throw error;
  await copyFile(source, target);
}
