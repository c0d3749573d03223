import { bare, base64 } from './jpeg.ts';

/** A photo from a phone has ten; what has more is not looked at. */
const heaviest = 20_000_000;
/** As `picture_is_small` and `is_small_jpeg` in `31_pictures.sql` have them. */
const most = { side: 256, bytes: 20_480 };

/** Why a file is not taken; each has words. */
export type PhotoProblem = 'too-heavy' | 'no-photo';

/**
 * Makes a small square JPEG of a photo, here in the browser: the middle of it, without place, time or camera. Answers it in
 * base64, or why not. Nothing is sent.
 */
export async function smallPhoto(file: File): Promise<{ photo: string } | { problem: PhotoProblem }> {
  if (file.size > heaviest) return { problem: 'too-heavy' };
  // Whatever the file calls itself: what cannot be drawn is no photo.
  const image = await createImageBitmap(file).catch(() => null);
  if (!image) return { problem: 'no-photo' };
  const side = Math.min(image.width, image.height);
  const size = Math.min(side, most.side);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  const brush = canvas.getContext('2d');
  if (!brush || side === 0) return { problem: 'no-photo' };
  brush.fillStyle = '#ffffff';
  brush.fillRect(0, 0, size, size);
  brush.imageSmoothingQuality = 'high';
  brush.drawImage(image, (image.width - side) / 2, (image.height - side) / 2, side, side, 0, 0, size, size);
  image.close();
  for (const quality of [0.85, 0.75, 0.6, 0.45, 0.3, 0.15]) {
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
    if (!blob) break;
    const bytes = bare(new Uint8Array(await blob.arrayBuffer()));
    if (bytes.length <= most.bytes) return { photo: base64(bytes) };
  }
  return { problem: 'no-photo' };
}
