import { screen, type Screen } from '../../lib/api/screen.ts';
import { readDesk } from './api.ts';
import type { Desk } from './model.ts';

/** The desk, read anew after every change. */
export const desk: Screen<Desk> = screen(readDesk);

/** A screen as those see it who only wait for it. */
export type Readable = Pick<Screen<unknown>, '$seen' | 'reload'>;

/** Reads a screen anew for somebody who waits for it. @throws Refusal where it could not be read */
export async function readAnew(screen: Readable = desk): Promise<void> {
  await screen.reload();
  const seen = screen.$seen.get();
  const why = seen.at === 'refused' ? seen.refusal : seen.at === 'ready' && seen.late;
  if (why) throw why;
}

/**
 * Does something and waits until the screen has been read anew, so that a row is gone before its button can be pressed
 * a second time.
 * @throws Refusal of the work
 */
export async function thenReadAnew(work: () => Promise<unknown>, screen: Readable = desk): Promise<void> {
  let stop = () => {};
  const readAnew = new Promise<void>((resolve) => {
    stop = screen.$seen.listen(() => resolve());
  });
  try {
    await work();
    await readAnew;
  } finally {
    stop();
  }
}
