import { act, read } from '../../lib/api/client.ts';

/** A small photo as base64, or the number of a drawn shape. */
export type Picture = { photo: string; shape?: undefined } | { shape: number; photo?: undefined };

/** How many drawn shapes there are; `picture_shape_range` says the same. */
export const shapes = 12;

/** The pictures of up to fifty people whose cards I see; whoever has none is not among them. @throws Refusal */
export const picturesOf = (people: readonly string[]) =>
  read<Record<string, Picture>>('pictures_of', { people });

/** Shows this photo of me: a small JPEG in base64. @throws Refusal `picture_unsound`, `picture_is_small` */
export const savePicture = (photo: string) => act('save_picture', { photo });

/** Shows a drawn shape of me instead; null is the stone with my first letter. @throws Refusal */
export const chooseShape = (shape: number | null) => act('choose_shape', { shape });
