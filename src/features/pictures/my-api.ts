import { act } from '../../lib/api/client.ts';

/** How many drawn shapes there are; `picture_shape_range` says the same. */
export const shapes = 12;

/** Shows this photo of me: a small JPEG in base64. @throws Refusal `picture_unsound`, `picture_is_small` */
export const savePicture = (photo: string) => act('save_picture', { photo });

/** Shows a drawn shape of me instead; null is the stone with my first letter. @throws Refusal */
export const chooseShape = (shape: number | null) => act('choose_shape', { shape });
