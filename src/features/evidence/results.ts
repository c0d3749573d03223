import type { Figure } from '../../schemas/figure.ts';

interface FigureEntry {
  id: string;
  data: Figure;
}
interface PageEntry {
  id: string;
  data: { figures: string[] };
}

/** A figure and the page that shows it. */
export interface Shown<F extends FigureEntry> {
  figure: F;
  /** Slug of the evidence page; the figure's id is the anchor on it. */
  page: string;
}

/**
 * Every figure with the page that shows it, in the pages' order.
 * @throws if a page names a figure that does not exist
 */
export function shownFigures<F extends FigureEntry>(
  figures: readonly F[],
  pages: readonly PageEntry[],
): Shown<F>[] {
  return pages.flatMap(({ id, data }) =>
    data.figures.map((slug) => {
      const figure = figures.find((one) => one.id === slug);
      if (!figure)
        throw new Error(`${id} names the figure “${slug}”: write src/content/figures/${slug}.yaml`);
      return { figure, page: id.slice(id.indexOf('/') + 1) };
    }),
  );
}

/** A programme's main results, each with the page that shows it. */
export function figuresOf<F extends FigureEntry>(shown: readonly Shown<F>[], programme: string): Shown<F>[] {
  return shown.filter(({ figure: { data } }) => data.programme === programme && data.result);
}
