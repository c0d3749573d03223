import { audiences } from '../../schemas/article.ts';

interface Shelved {
  slug: string;
  entry: { data: { audience: (typeof audiences)[number]; order: number } };
}

/** Articles as the handbook lists them: by audience, then along the journey. */
export function inOrder<A extends Shelved>(articles: readonly A[]): A[] {
  const place = ({ slug, entry: { data } }: A) =>
    [audiences.indexOf(data.audience), data.order, slug] as const;
  return articles.toSorted((a, b) => {
    const [shelfA, orderA, slugA] = place(a);
    const [shelfB, orderB, slugB] = place(b);
    return shelfA - shelfB || orderA - orderB || slugA.localeCompare(slugB);
  });
}

/** The articles before and after one, on the same shelf. */
export function neighbours<A extends Shelved>(
  articles: readonly A[],
  slug: string,
): { previous?: A; next?: A } {
  const ordered = inOrder(articles);
  const here = ordered.findIndex((article) => article.slug === slug);
  const shelf = ordered[here]?.entry.data.audience;
  const onShelf = (article: A | undefined) => (article?.entry.data.audience === shelf ? article : undefined);
  return { previous: onShelf(ordered[here - 1]), next: onShelf(ordered[here + 1]) };
}

/** Reading time in whole minutes for somebody who reads in a second language: 160 words a minute. */
export function minutesToRead(text: string): number {
  const words = text.split(/\s+/).filter(Boolean).length;
  return Math.max(1, Math.round(words / 160));
}
