/** The address of a page: language first, then English segments, always with a slash at the end. */
export function path(lang: string, ...segments: string[]): string {
  return `/${[lang, ...segments].join('/')}/`;
}
