import * as z from 'zod/mini';
import type { BackgroundRow, Job, Schooling, SharedBackground } from '../../lib/api/background-rows.ts';
import { sharedFacts, type SharedFact } from '../../schemas/shared-facts.ts';

/** Lengths and ranges, as the constraints in `33_backgrounds.sql` have them; no year lies ahead. */
export const limits = {
  birth_year: { min: 1900, max: 2100 },
  arrival_year: { min: 1900, max: 2100 },
  employer: { min: 2, max: 120 },
};
export const mostJobs = 4;
const mostYears = 60;

/** A line of work while it is filled in. */
export interface TypedJob {
  work: string;
  country: string;
  years: string;
}
export const emptyJob: TypedJob = { work: '', country: '', years: '' };
/** What the form holds while it is filled in: texts as they were typed, '' for what is not said. */
export interface Typed {
  birth_year: string;
  country: string;
  came_as: string;
  arrival_year: string;
  education: Required<Schooling>;
  experience: TypedJob[];
  seniority: string;
  employer: string;
  sector: string;
  size_band: string;
  motivation: string[];
  shares: SharedFact[];
}

const year = (limit: { min: number }, key: string) =>
  z.string().check(
    z.refine((text) => {
      const typed = text.trim();
      return typed === '' || (/^\d{4}$/.test(typed) && Number(typed) >= limit.min && Number(typed) <= thisYear());
    }, { params: { key } }),
  ); // prettier-ignore

const job = z
  .object({ work: z.string(), country: z.string(), years: z.string() })
  .check(z.refine(({ work, country, years }) => work !== '' || (country === '' && years.trim() === ''), { path: ['work'] }))
  .check(z.refine(({ years }) => yearsTyped(years) !== null, { path: ['years'] })); // prettier-ignore

export const saveBackground = z.object({
  birth_year: year(limits.birth_year, 'refusal.background_birth_year_range'),
  country: z.string(),
  came_as: z.string(),
  arrival_year: year(limits.arrival_year, 'refusal.background_arrival_year_range'),
  education: z.object({ level: z.string(), where: z.string(), recognised: z.string() }),
  experience: z.array(job),
  seniority: z.string(),
  employer: z.string().check(
    z.trim(),
    z.refine((text) => text.length !== 1, { params: { key: 'refusal.background_employer_length' } }),
    z.maxLength(limits.employer.max),
  ),
  sector: z.string(),
  size_band: z.string(),
  motivation: z.array(z.string()),
  shares: z.array(z.string()),
}); // prettier-ignore

const thisYear = () => new Date().getUTCFullYear();

/** Years of a job: a number, nothing, or `null` where it is neither. */
function yearsTyped(text: string): number | undefined | null {
  const typed = text.trim();
  if (typed === '') return undefined;
  return /^\d{1,2}$/.test(typed) && Number(typed) <= mostYears ? Number(typed) : null;
}

/** The form's fields, filled with what is stored. */
export function typedFrom(row: BackgroundRow | null): Typed {
  return {
    birth_year: String(row?.birth_year ?? ''),
    country: row?.country ?? '',
    came_as: row?.came_as ?? '',
    arrival_year: String(row?.arrival_year ?? ''),
    education: { level: '', where: '', recognised: '', ...row?.education },
    experience: (row?.experience ?? []).map(({ work, country = '', years }) => ({
      work,
      country,
      years: String(years ?? ''),
    })),
    seniority: row?.seniority ?? '',
    employer: row?.employer ?? '',
    sector: row?.sector ?? '',
    size_band: row?.size_band ?? '',
    motivation: row?.motivation ?? [],
    shares: row?.shares ?? [],
  };
}

/** What is to be stored of what is typed. */
export function rowFrom(typed: Typed): BackgroundRow {
  const number = (text: string) => (/^\d{4}$/.test(text.trim()) ? Number(text.trim()) : null);
  const born = typed.came_as === 'born-here';
  return {
    birth_year: number(typed.birth_year),
    country: born ? null : typed.country || null,
    came_as: typed.came_as || null,
    arrival_year: born ? null : number(typed.arrival_year),
    education: schoolingFrom(typed.education),
    experience: jobsFrom(typed.experience),
    seniority: typed.seniority || null,
    employer: typed.employer.trim() || null,
    sector: typed.sector || null,
    size_band: typed.size_band || null,
    motivation: typed.motivation,
    shares: typed.shares,
  };
}

/** Without an education nothing was recognised; one from here needs no recognition. */
function schoolingFrom({ level, where, recognised }: Required<Schooling>): Schooling | null {
  if (level === '') return null;
  if (level === 'none') return { level };
  const counts = where === 'here' ? 'not-needed' : recognised;
  return { level, ...(where && { where }), ...(counts && { recognised: counts }) };
}

function jobsFrom(lines: readonly TypedJob[]): Job[] | null {
  const jobs = lines
    .filter(({ work }) => work !== '')
    .map(({ work, country, years }): Job => {
      const count = yearsTyped(years);
      return { work, ...(country && { country }), ...(typeof count === 'number' && { years: count }) };
    });
  return jobs.length > 0 ? jobs : null;
}

/**
 * Exactly what the other side reads of this, as `private.background_shared` has it; null where that is nothing.
 * @param part what I am beside the other
 */
export function sharedOf(row: BackgroundRow, part: 'mentee' | 'mentor', year = thisYear()): SharedBackground | null {
  const { country, arrival_year, education, experience, employer, sector, seniority } = row;
  const here = row.came_as === 'born-here' || arrival_year === null ? null : Math.max(0, year - arrival_year);
  const all: Record<SharedFact, SharedBackground> = {
    country: country === null ? {} : { country },
    'years-here': here === null ? {} : { years_here: here },
    education: education === null ? {} : { education },
    experience: experience === null ? {} : { experience },
    employer: employer === null ? {} : { employer },
    sector: sector === null ? {} : { sector },
    seniority: seniority === null ? {} : { seniority },
  };
  const facts: SharedFact[] = sharedFacts[part].filter((fact) => row.shares.includes(fact));
  const shared = Object.assign({}, ...facts.map((fact) => all[fact])) as SharedBackground;
  return Object.keys(shared).length > 0 ? shared : null;
} // prettier-ignore
