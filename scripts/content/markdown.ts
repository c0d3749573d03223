/** A link or image in Markdown, and where in the text it begins. */
export interface MarkdownLink {
  text: string;
  target: string;
  image: boolean;
  at: number;
}

/** Links and images of a text, in every way Markdown has for them, in their order. */
export function linksIn(markdown: string): MarkdownLink[] {
  return [...inline(markdown), ...byName(markdown), ...inHtml(markdown), ...bare(markdown)].sort(
    (a, b) => a.at - b.at,
  );
}

/** Words in square brackets, with an image or other brackets in them; a target; a title in any of its three quotes. */
const written =
  /(!?)\[((?:[^[\]]|\[[^\]]*\](?:\([^)]*\))?)*)\]\(\s*<?([^)>\s]*)>?(?:\s+(?:"[^"]*"|'[^']*'|\([^)]*\)))?\s*\)/g;

/** `[text](target)` and `![text](target "title")`, also the one in the words of the other. */
function inline(markdown: string): MarkdownLink[] {
  return [...markdown.matchAll(written)].flatMap(({ 1: sign = '', 2: words = '', 3: target = '', index }) => [
    { image: sign === '!', text: words.replace(written, '$2').trim(), target, at: index },
    ...inline(words).map((inner) => ({ ...inner, at: index + sign.length + 1 + inner.at })),
  ]);
}

/** `<https://example.org>` and `https://example.org`, which are links as they stand. */
function bare(markdown: string): MarkdownLink[] {
  const others = new RegExp(
    `${written.source}|\`[^\`]*\`|^ {0,3}\\[[^\\]]+\\]:[^\\n]*|<a\\s[^>]*>[^]*?</a>|<(?!https?:)[^>]*>`,
    'gim',
  );
  const rest = markdown.replace(others, (other) => ' '.repeat(other.length));
  return [...rest.matchAll(/https?:\/\/[^\s<>]+/g)].map(({ 0: found, index }) => {
    const target = found.replace(/[^\p{L}\p{N}/]+$/u, '');
    return { image: false, text: target, target, at: index };
  });
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
