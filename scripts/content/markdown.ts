/** A link or image in Markdown, and where in the text it begins. */
export interface MarkdownLink {
  text: string;
  target: string;
  image: boolean;
  at: number;
}

/** Links and images of a text, in every way Markdown has for them, in their order. */
export function linksIn(markdown: string): MarkdownLink[] {
  return [...inline(markdown), ...byName(markdown), ...inHtml(markdown)].sort((a, b) => a.at - b.at);
}

/** `[text](target)` and `![text](target "title")`. */
function inline(markdown: string): MarkdownLink[] {
  return [...markdown.matchAll(/(!?)\[([^\]]*)\]\(\s*<?([^)>\s]*)>?(?:\s+"[^"]*")?\s*\)/g)].map((match) => ({
    image: match[1] === '!',
    text: (match[2] ?? '').trim(),
    target: match[3] ?? '',
    at: match.index,
  }));
}

/** `[text][name]`, `[name][]` and `[name]`, where a line of its own says `[name]: target`. */
function byName(markdown: string): MarkdownLink[] {
  const named = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase();
  const targets = new Map(
    [...markdown.matchAll(/^ {0,3}\[([^\]]+)\]:\s*<?([^>\s]+)/gm)].map(([, name = '', target = '']) => [
      named(name),
      target,
    ]),
  );
  if (targets.size === 0) return [];
  return [...markdown.matchAll(/(!?)\[([^\]]+)\](?:\[([^\]]*)\])?(?![:(])/g)].flatMap((match) => {
    const [, sign, text = '', name] = match;
    const target = targets.get(named(name || text));
    return target ? [{ image: sign === '!', text: text.trim(), target, at: match.index }] : [];
  });
}

/** `<a href="target">text</a>` and `<img src="target" alt="text">`. */
function inHtml(markdown: string): MarkdownLink[] {
  const links = [...markdown.matchAll(/<a\s([^>]*)>(.*?)<\/a>/gis)].map((match) => ({
    image: false,
    text: (match[2] ?? '').replace(/<[^>]*>/g, '').trim(),
    target: attribute(match[1], 'href'),
    at: match.index,
  }));
  const images = [...markdown.matchAll(/<img\s([^>]*)>/gi)].map((match) => ({
    image: true,
    text: attribute(match[1], 'alt'),
    target: attribute(match[1], 'src'),
    at: match.index,
  }));
  return [...links.filter(({ target }) => target !== ''), ...images];
}

const attribute = (tag = '', name: string) =>
  new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i')
    .exec(tag)
    ?.slice(1)
    .find((value) => value !== undefined)
    ?.trim() ?? '';

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
