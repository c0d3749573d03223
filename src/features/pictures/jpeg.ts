/**
 * A JPEG without what is not the picture: place, time, camera, comments and colour profiles (APP1 to APP15, COM). Some
 * browsers write such segments even for a canvas, and the database takes none.
 * @throws RangeError if it is no JPEG
 */
export function bare(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) throw new RangeError('No JPEG');
  const kept: number[] = [0xff, 0xd8];
  let at = 2;
  while (at + 4 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) throw new RangeError('No JPEG');
    // From the first scan on it is all picture.
    if (marker === 0xda) return Uint8Array.from([...kept, ...bytes.subarray(at)]);
    const end = at + 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
    const extra = (marker >= 0xe1 && marker <= 0xef) || marker === 0xfe;
    if (!extra) kept.push(...bytes.subarray(at, end));
    at = end;
  }
  throw new RangeError('No JPEG');
}

/** Bytes as base64, for a verb. */
export const base64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
