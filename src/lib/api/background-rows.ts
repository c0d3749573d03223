import type { SharedFact } from '../../schemas/shared-facts.ts';

export interface Schooling {
  level: string;
  where?: string;
  recognised?: string;
}
/** Work somebody has done: a field's code, and where and how long if she likes. */
export interface Job {
  work: string;
  country?: string;
  years?: number;
}
/** What one of the two reads of the other, as far as it is shared. */
export interface SharedBackground {
  country?: string;
  /** Whole years, or one less. */
  years_here?: number;
  education?: Schooling;
  experience?: Job[];
  employer?: string;
  sector?: string;
  seniority?: string;
}
/** What a coordinator takes in of a person. */
export interface BackgroundAtDesk extends SharedBackground {
  age?: number;
  came_as?: string;
  size_band?: string;
}
export interface BackgroundRow {
  birth_year: number | null;
  country: string | null;
  came_as: string | null;
  arrival_year: number | null;
  education: Schooling | null;
  experience: Job[] | null;
  seniority: string | null;
  employer: string | null;
  sector: string | null;
  size_band: string | null;
  motivation: string[];
  shares: SharedFact[];
}
