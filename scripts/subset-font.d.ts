declare module 'subset-font' {
  interface Options {
    targetFormat: 'woff2' | 'truetype';
    /** A range keeps the axis, a number leaves one place on it. */
    variationAxes?: Record<string, number | { min: number; max: number; default?: number }>;
  }
  /** Keeps the glyphs that `text` needs. */
  export default function subsetFont(font: Buffer, text: string, options: Options): Promise<Buffer>;
}
