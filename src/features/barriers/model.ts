import * as z from 'zod/mini';
import { barrierCountries, barrierKinds, barrierStages } from '../../schemas/barrier.ts';

/** What a visitor ticks; an empty field of work is not said. */
export interface Telling {
  kind: string;
  stage: string;
  country: string;
  year: string;
  field: string;
}

/** The form of `tell_barrier`. */
export const tellBarrier = z.object({
  kind: z.enum(barrierKinds),
  stage: z.enum(barrierStages),
  country: z.enum(barrierCountries),
  year: z.string().check(z.regex(/^\d{4}$/)),
});

/** By what the numbers are told, each in a table of its own. */
export const splits = ['stage', 'country', 'year', 'field'] as const;
export type Split = (typeof splits)[number];

/** How many told of a kind; rounded down to a step of five, and less is left out. */
export interface Told {
  kind: (typeof barrierKinds)[number];
  /** The stage, country, year or field of work; an empty field is not said. */
  of: string;
  told: number;
}
export type Barriers = Record<Split, Told[]>;
