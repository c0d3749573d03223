import type { Figure } from '../schemas/figure.ts';

/** The whole per cent nearest to a share, halves upwards: the rule that the printed tables follow. */
export function share(count: number, base: number): number {
  return Math.floor((200 * count + base) / (2 * base));
}

/** Every printed number that contradicts another one, as a sentence. */
function contradictions(figure: Figure): string[] {
  return [...wrongShares(figure), ...wrongSums(figure)];
}

/**
 * What an editor has to repair in a figure, each a sentence; empty where nothing is wrong. A figure may contradict itself,
 * because the printed table does: then it says so with `adds_up: false` and explains it in a note.
 */
export function repairs(figure: Figure): string[] {
  const found = contradictions(figure);
  const told = figure.notes.length > 0;
  return [
    ...misshapen(figure),
    ...(figure.adds_up ? found.map((line) => `${line}: correct the number, or set adds_up: false and say why in notes`) : []),
    ...(!figure.adds_up && found.length === 0 ? ['Everything adds up: remove adds_up: false'] : []),
    ...(!figure.adds_up && !told ? ['adds_up is false: write a note that says what does not add up'] : []),
  ]; // prettier-ignore
}

/** Stops the build at a figure that needs repair. @throws a sentence for each repair, each with its file */
export function requireSound(id: string, figure: Figure): void {
  const found = repairs(figure).map((line) => `src/content/figures/${id}.yaml: ${line}`);
  if (found.length > 0) throw new Error(found.join('\n'));
}

/** Printed per cents that are not their count divided by the base. */
function wrongShares({ unit, base, rows }: Figure): string[] {
  if (unit !== 'percent') return [];
  return rows.flatMap(({ label, values, counts, of }) =>
    values.flatMap((printed, column) => {
      const whole = of ?? base;
      const count = counts?.[column];
      if (typeof printed !== 'number' || typeof count !== 'number' || whole === null) return [];
      const ours = share(count, whole);
      return ours === printed
        ? []
        : [`“${label.en}”: ${count} of ${whole} is ${ours} per cent, not ${printed}`];
    }),
  );
}

/** Rows that are parts of a whole, and their sum is another. */
function wrongSums({ unit, base, rows, rows_are: rowsAre, columns, totals }: Figure): string[] {
  if (rowsAre !== 'parts') return [];
  const counted = unit !== 'percent' || rows.every(({ counts }) => counts);
  const numbers = rows.map(({ values, counts }) =>
    unit === 'percent' && counted && counts ? counts : values,
  );
  const wholes = totals ?? Array.from({ length: Math.max(1, columns.length) }, () => (counted ? base : 100));
  return wholes.flatMap((whole, column) => {
    const sum = numbers.reduce((all, row) => all + tenths(row[column]), 0) / 10;
    const heading = columns[column]?.en;
    const which = heading ? `The rows of “${heading}”` : 'The rows';
    return whole === null || sum === whole ? [] : [`${which} add up to ${sum}, not ${whole}`];
  });
}

/** A printed number in tenths, so that adding shares like 20.1 stays exact. */
function tenths(value: unknown): number {
  return typeof value === 'number' ? Math.round(10 * value) : 0;
}

/** Rows with more or fewer numbers than there are columns, and bases that nobody gave. */
function misshapen({ unit, base, rows, rows_are: rowsAre, columns, totals, currency }: Figure): string[] {
  const width = Math.max(1, columns.length);
  const ragged = rows.filter(
    ({ values, counts }) => values.length !== width || (counts && counts.length !== width),
  );
  return [
    ...(columns.length === 1 ? ['One column needs no heading: remove columns'] : []),
    ...ragged.map(({ label }) => `“${label.en}” needs ${width} values, one for each column`),
    ...(totals && totals.length !== width ? [`totals needs ${width} values`] : []),
    ...(unit === 'money' && !currency ? ['Money needs a currency, such as NOK'] : []),
    ...(rowsAre === 'ticks' && unit === 'count' && base === null
      ? ['Counts that persons tick need a base']
      : []),
  ];
}
