import { Refusal } from '../../lib/api/answer.ts';
import type { OneMentor } from '../../lib/api/rows.ts';
import { screen, type Screen } from '../../lib/api/screen.ts';
import { readMentor } from './api.ts';

/** One mentor; whose is said by the address's fragment. */
export const oneMentor: Screen<OneMentor> = screen(() => {
  const id = location.hash.slice(1);
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new Refusal('mentor_unknown');
  return readMentor(id);
});
