/**
 * From installed to serving, as `npm start` does it: time, memory of all processes together, what each screen of the
 * portal asks of the server, and whether sign-in gives away who is known.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../server/database.ts';
import { openStage } from '../tests/journeys/stage.ts';
import type { Measure, Report } from './figures.ts';
import { memoryOf, watchMemory } from './start/memory.ts';
import { startProduct } from './start/product.ts';
import { measureScreens } from './start/screens.ts';
import { measureSignIn } from './start/sign-in.ts';

const seconds = 25;
const megabytes = 1200;

export const measure: Measure = async (report, { quick }) => {
  const scratch = await mkdtemp(join(tmpdir(), 'bench-start-'));
  const data = join(scratch, 'data');
  const site = join(scratch, 'dist');
  try {
    await startTwice(report, ['--data', data, '--site', site]);
    const stage = await openStage({ dataDir: data, site });
    try {
      await measureScreens(report, stage, quick ? 10 : 60);
      await measureSignIn(report, stage.app, quick ? 40 : 200);
    } finally {
      await stage.close();
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
};

async function startTwice(report: Report, places: string[]): Promise<void> {
  const port = await freePort();
  let watch: ReturnType<typeof watchMemory> | undefined;
  const first = await startProduct(port, places, (pid) => (watch = watchMemory(pid)));
  report({ figure: 'first start', value: first.took / 1000, unit: 's', most: seconds, note: first.steps() });
  report(memory('memory while starting, at most', await watch!.stop()));
  await new Promise((wake) => setTimeout(wake, 5000));
  report(memory('memory while serving', await memoryOf(first.pid)));
  report({ figure: 'stopping', value: (await first.stop()) / 1000, unit: 's', most: 10 });
  const second = await startProduct(port, places);
  report({
    figure: 'second start',
    value: second.took / 1000,
    unit: 's',
    most: seconds,
    note: `nothing has changed: ${second.steps()}`,
  });
  await second.stop();
  const third = await startProduct(port, [...places, '--no-build']);
  report({
    figure: 'start without building',
    value: third.took / 1000,
    unit: 's',
    most: 5,
    note: third.steps(),
  });
  await third.stop();
}

const memory = (figure: string, bytes: number) => ({
  figure,
  value: bytes / 1e6,
  unit: 'MB',
  most: megabytes,
});
