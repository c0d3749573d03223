import { expect, test, vi } from 'vitest';
import { screen } from './screen.ts';

test('what is put while an older reading is underway is read anew, not written over', async () => {
  const answers: ((data: string) => void)[] = [];
  const load = vi.fn(() => new Promise<string>((answer) => answers.push(answer)));
  const { $seen, reload, put } = screen(load);
  const reading = reload();
  put('written here');
  answers[0]!('from before');
  await reading;
  expect($seen.get()).toEqual({ at: 'ready', data: 'written here' });
  answers[1]!('from after');
  await vi.waitFor(() => expect($seen.get()).toEqual({ at: 'ready', data: 'from after' }));
  put('written again');
  expect(load).toHaveBeenCalledTimes(2);
});
