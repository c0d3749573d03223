/** Lower case, without accents and signs, one blank between words: so that “E-post:”, “e post” and “E‑POST” meet. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
}

/** A cell without what spreadsheets hide in it: control signs, zero-width and non-breaking blanks, a leading apostrophe. */
export function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{C}\n\t\u200c\u200d]/gu, '')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/^'(?=[\d+=@-])/, '')
    .trim();
}
