import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file of 30 MB that calls itself a photo; `gone` when it is not needed any more. */
export async function heavyPhoto() {
  const folder = await mkdtemp(join(tmpdir(), 'photos-'));
  const file = join(folder, 'holiday.jpg');
  await writeFile(file, '');
  await truncate(file, 30_000_000);
  return { file, gone: () => rm(folder, { recursive: true }) };
}
