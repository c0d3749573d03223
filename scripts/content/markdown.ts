/** A link or image in Markdown, and where in the text it begins. */
export interface MarkdownLink {
  text: string;
  target: string;
  image: boolean;
  at: number;
}

/** Links and images of a text, `[text](target)` and `![text](target "title")`. */
export function linksIn(markdown: string): MarkdownLink[] {
  return [...markdown.matchAll(/(!?)\[([^\]]*)\]\(\s*<?([^)>\s]*)>?(?:\s+"[^"]*")?\s*\)/g)].map((match) => ({
    image: match[1] === '!',
    text: (match[2] ?? '').trim(),
    target: match[3] ?? '',
    at: match.index,
  }));
}

/** The anchors of a text's headings, made as GitHub and Astro make them. */
export function anchorsIn(markdown: string): Set<string> {
  const seen = new Map<string, number>();
  const headings = [...markdown.matchAll(/^#{2,6} +(.+?) *#*$/gm)].map(([, heading = '']) => heading);
  return new Set(
    headings.map((heading) => {
      const anchor = heading
        .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
        .replaceAll(' ', '-');
      const times = seen.get(anchor) ?? 0;
      seen.set(anchor, times + 1);
      return times === 0 ? anchor : `${anchor}-${times}`;
    }),
  );
}
