import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a PDF says about itself, and where things are in it. Pages count from 1. */
interface ReadPdf {
  title: string;
  lang: string;
  tagged: boolean;
  /** Headings in their order; the outermost have depth 0. */
  outline: { title: string; page: number; depth: number }[];
  /** The page of everything that a link inside the document leads to, by its anchor. */
  targets: Record<string, number>;
  /** The words of each page. */
  pages: string[];
}

type Outline = NonNullable<Awaited<ReturnType<Pdf['getOutline']>>>;
type Pdf = Awaited<ReturnType<typeof getDocument>['promise']>;

/** Reads a PDF. Rejects what is none. */
export async function readPdf(data: Buffer): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(data), verbosity: VerbosityLevel.ERRORS });
  const pdf = await task.promise;
  const { info } = (await pdf.getMetadata()) as { info: { Title?: string; Language?: string } };
  const places = Object.entries(await pdf.getDestinations());
  const read = {
    title: info.Title ?? '',
    lang: info.Language ?? '',
    tagged: (await pdf.getMarkInfo())?.Marked ?? false,
    outline: await flat(pdf, (await pdf.getOutline()) ?? []),
    targets: Object.fromEntries(
      await Promise.all(places.map(async ([name, place]) => [name, await pageOf(pdf, place)] as const)),
    ),
    pages: await Promise.all(Array.from({ length: pdf.numPages }, (_, at) => wordsOn(pdf, at + 1))),
  };
  await task.destroy();
  return read;
}

async function flat(pdf: Pdf, items: Outline, depth = 0): Promise<ReadPdf['outline']> {
  const parts = await Promise.all(
    items.map(async ({ title, dest, items: below }) => [
      { title, page: await pageOf(pdf, dest), depth },
      ...(await flat(pdf, below, depth + 1)),
    ]),
  );
  return parts.flat();
}

async function pageOf(pdf: Pdf, dest: string | unknown[] | null): Promise<number> {
  const place = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
  const page = place?.[0] as Parameters<Pdf['getPageIndex']>[0] | undefined;
  return page ? (await pdf.getPageIndex(page)) + 1 : 0;
}

async function wordsOn(pdf: Pdf, number: number): Promise<string> {
  const { items } = await (await pdf.getPage(number)).getTextContent();
  return items
    .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
    .join('')
    .replaceAll('\u00ad', '');
}
