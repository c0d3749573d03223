import { read } from '../../lib/api/client.ts';

/** A small photo as base64, or the number of a drawn shape. */
export type Picture = { photo: string; shape?: undefined } | { shape: number; photo?: undefined };

/** The pictures of up to fifty people whose cards I see; whoever has none is not among them. @throws Refusal */
export const picturesOf = (people: readonly string[]) =>
  read<Record<string, Picture>>('pictures_of', { people });
