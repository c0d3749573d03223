/** One measured figure and the target it is held to. */
export interface Figure {
  figure: string;
  value: number;
  /** What the value counts: `ms`, `kB`, `× floor` … */
  unit: string;
  /** The most it may be. A figure without a target informs. */
  most?: number;
  /** The least it may be. */
  least?: number;
  /** What it was made of, for the reader of the results. */
  note?: string;
}

/** What a bench tells its figures to, one by one. */
export type Report = (figure: Figure) => void;

/** How a bench is run; `quick` is for trying it out, with small sizes and few samples. */
export interface Setting {
  quick: boolean;
}

/** A bench: measures and reports. */
export type Measure = (report: Report, setting: Setting) => Promise<void>;

/** Whether the figure keeps its target. One that could not be measured does not. */
export function isKept({ value, most, least }: Figure): boolean {
  return (
    Number.isFinite(value) && (most === undefined || value <= most) && (least === undefined || value >= least)
  );
}

/** `NAME | figure | value | target | ok`, as the bench command prints it. */
export function line(name: string, figure: Figure): string {
  const value = `${shown(figure.value)} ${figure.unit}`.trim();
  return [name, figure.figure, value, targetOf(figure), isKept(figure) ? 'ok' : 'MISS'].join(' | ');
}

/** The target in words: `≤ 4 × floor`, or a dash where the figure only informs. */
export function targetOf({ unit, most, least }: Figure): string {
  if (most !== undefined) return `≤ ${most} ${unit}`.trim();
  return least !== undefined ? `≥ ${least} ${unit}`.trim() : '–';
}

/** A number with as many decimals as it is worth. */
export function shown(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(Math.abs(value) < 10 ? 2 : 1);
}
