import type { Figure } from '../../schemas/figure.ts';
import { money, number, percent } from '../../i18n/format.ts';
import type { Say } from '../../i18n/t.ts';
import type { Locale } from '../../schemas/vocabulary.ts';
import { share } from '../../lib/adds-up.ts';

/** One number of a figure, ready to draw and to print. */
export interface Drawn {
  /** Heading of its column; empty where there is one column. */
  column: string;
  /** As a reader sees it: “37% (14)”, “37% (14 of 38)”, “24 of 27”. */
  shown: string;
  /** Length of its bar in per cent of the full width; `undefined` where there is nothing to draw. */
  length: number | undefined;
}
interface Telling {
  lang: Locale;
  say: Say<'evidence'>;
}
type Row = Figure['rows'][number];

/** A printed number with the row's own base, where it has one: “24 of 27”. */
export function ofItsBase({ of: base }: Row, shown: string, { lang, say }: Telling): string {
  return base ? say('of', { count: shown, base: number(lang, base) }) : shown;
}

/** The numbers of one row, one for each column. */
export function drawnRow(figure: Figure, row: Row, { lang, say }: Telling): Drawn[] {
  const whole = row.of ?? figure.base;
  const scale = figure.unit === 'percent' ? 100 : (whole ?? largest(figure));
  return row.values.map((value, column) => {
    const heading = figure.columns[column]?.[lang] ?? '';
    if (value === null) return { column: heading, shown: '–', length: undefined };
    if (typeof value !== 'number') return { column: heading, shown: value[lang], length: undefined };
    const count = row.counts?.[column];
    const plain = printed(figure, value, lang);
    const shown =
      typeof count === 'number'
        ? `${plain} (${ofItsBase(row, number(lang, count), { lang, say })})`
        : ofItsBase(row, plain, { lang, say });
    return { column: heading, shown, length: Math.round((1000 * value) / scale) / 10 };
  });
}

/** What the numbers are shares of, and when: “38 women”, “2021–2023”. */
export function frameOf({ base, base_is: who, period }: Figure, lang: Locale): [string, string] {
  const words = who[lang];
  const whole =
    base === null
      ? words.charAt(0).toLocaleUpperCase(lang) + words.slice(1)
      : `${number(lang, base)} ${words}`;
  return [whole, typeof period === 'string' ? period : period[lang]];
}

/** A number with its unit, in the reader's language. */
export function printed({ unit, currency }: Figure, value: number, lang: Locale): string {
  if (unit === 'percent') return percent(lang, value);
  return unit === 'money' && currency ? money(lang, value, currency) : number(lang, value);
}

/** What stands at the foot of each column: the totals as printed, or the base where the column counts those who make it up. */
export function totalsOf({ totals, unit, rows_are: rowsAre, base, columns, rows }: Figure): number[] {
  if (totals) return totals;
  if (rowsAre !== 'parts' || base === null) return [];
  if (unit === 'count') return Array.from({ length: Math.max(1, columns.length) }, () => base);
  // Where a count and its share are printed, the count has a column of its own before the share.
  return unit === 'percent' && columns.length === 0 && rows.every(({ counts }) => counts) ? [base] : [];
}

/** Our own share of a printed count, where the document prints none; `undefined` where there is no base. */
export function ourShare(figure: Figure, row: Row): number | undefined {
  const [value] = row.values;
  const whole = row.of ?? figure.base;
  const single = figure.unit === 'count' && figure.columns.length === 0;
  return single && whole !== null && typeof value === 'number' ? share(value, whole) : undefined;
}

function largest({ rows }: Figure): number {
  return Math.max(...rows.flatMap(({ values }) => values.filter((value) => typeof value === 'number')));
}
