import { Buffer } from 'node:buffer';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** A file of 30 MB that calls itself a photo; `gone` when it is not needed any more. */
export async function heavyPhoto() {
  const folder = await mkdtemp(join(tmpdir(), 'photos-'));
  const file = join(folder, 'holiday.jpg');
  await writeFile(file, '');
  await truncate(file, 30_000_000);
  return { file, gone: () => rm(folder, { recursive: true }) };
}

/** A photo of 1600 by 1200 in many colours, as the browser itself draws it. */
export async function largePhoto(page: Page): Promise<Buffer> {
  const large = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 1600;
    canvas.height = 1200;
    const brush = canvas.getContext('2d')!;
    for (let nr = 0; nr < 4000; nr++) {
      brush.fillStyle = `hsl(${(nr * 47) % 360} 60% ${30 + (nr % 50)}%)`;
      brush.fillRect((nr * 131) % 1600, (nr * 197) % 1200, 90, 70);
    }
    return canvas.toDataURL('image/png').split(',')[1]!;
  });
  return Buffer.from(large, 'base64');
}
