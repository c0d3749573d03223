import { read } from '../../lib/api/client.ts';
import type { Picture } from '../../lib/api/rows.ts';

/** The pictures of up to fifty people whose cards I see; whoever has none is not among them. @throws Refusal */
export const picturesOf = (people: readonly string[]) =>
  read<Record<string, Picture>>('pictures_of', { people });
