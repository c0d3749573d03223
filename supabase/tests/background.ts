/** Somebody's background: what she tells in her application, what she saves herself, what another reads of it. */
import type { Sql } from 'postgres';
import { act } from './affair.ts';
import { id } from './cast.ts';

/** Everything a background holds. */
export interface Facts {
  birth_year: number | null;
  country: string | null;
  came_as: string | null;
  arrival_year: number | null;
  education: object | null;
  experience: object[] | null;
  seniority: string | null;
  employer: string | null;
  sector: string | null;
  size_band: string | null;
  motivation: string[];
  shares: string[];
}

const none: Facts = {
  birth_year: null,
  country: null,
  came_as: null,
  arrival_year: null,
  education: null,
  experience: null,
  seniority: null,
  employer: null,
  sector: null,
  size_band: null,
  motivation: [],
  shares: [],
};

const literal = (value: unknown): string => {
  if (value === null) return 'null';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return `'{${value.join(',')}}'`;
  return `'${typeof value === 'string' ? value : JSON.stringify(value)}'`;
};

/** As a call: save these facts and no others. */
export const save = (facts: Partial<Facts> = {}) =>
  `save_background(${Object.entries({ ...none, ...facts })
    .map(([name, value]) => `${name} => ${literal(value)}`)
    .join(', ')}, locale => 'nb')`;

export const schooling = { level: 'master', where: 'home', recognised: 'partly' };
export const worked = [{ work: '2142', country: 'SY', years: 6 }];

/** What a person sees of her own, or null. */
export const own = async (sql: Sql, person: string = id.alma) =>
  (await act<{ background: Facts | null }>(sql, person, 'my_page()')).background;

/** What each trial of a person tells her of the other. */
export const toldTo = async (sql: Sql, person: string) =>
  (await act<{ trials: { background: object | null }[] }>(sql, person, 'my_page()')).trials.map(
    ({ background }) => background,
  );
