import * as z from 'zod/mini';
import type { Format, Locale, SpokenLanguage } from '../../schemas/vocabulary.ts';

/** What a need tells: coarse facts; null is a fact left out. `field` is a sub-major group's two digits. */
export interface Facts {
  field: string;
  language: SpokenLanguage | null;
  region: string | null;
  hours: Hours | null;
  format: Format | null;
}

/** Hours a month, coarsely: up to 2, 3 to 4, more. */
export const hours = [2, 4, 8] as const;
type Hours = (typeof hours)[number];

/** A need as anybody reads it. `code` stands in the address. */
export interface OpenNeed extends Facts {
  code: string;
  programme: string;
  country: string;
}

/** Why a desk ends a need; the clock has reasons of its own. */
export const closeReasons = ['found', 'changed', 'other'] as const;
type Reason = (typeof closeReasons)[number] | 'expired' | 'filled';

interface Answer {
  application: string;
  name: string;
}
/** A need as its desk sees it: `supply_and_demand` in `supabase/schemas/63_supply_and_demand.sql`. */
export interface DeskNeed extends Facts {
  id: string;
  code: string;
  expires_on: string;
  /** Null while it is open. */
  reason: Reason | null;
  /** Whether it is still shown: enough people could be meant. */
  covered: boolean;
  /** Of my desk; one of the whole programme a desk of one region only reads. */
  own: boolean;
  answers: Answer[];
}

/** How many wait, how many of them are accepted, and how many places are free, for one field, language or region. */
export interface Gap {
  key: string;
  waiting: number;
  accepted: number;
  places: number;
}
export interface Board {
  desks: string[];
  programme: string;
  country: string;
  waiting: number;
  accepted: number;
  places: number;
  fields: Gap[];
  languages: Gap[];
  regions: Gap[];
  /** Whether my desk is the whole programme; else a need names one of my regions. */
  whole: boolean;
  own_regions: string[];
  needs: DeskNeed[];
}

/** How many could be meant, how many it takes, and which single facts could be left out to reach that. */
export interface Weighing {
  meant: number;
  least: number;
  leave_out: ('language' | 'region' | 'hours' | 'format')[];
}

/** An invitation a company has got. */
export interface Invitation {
  id: string;
  company: string;
  quota: number;
  taken: number;
  valid_until: string;
  closed: boolean;
  /** Of my desk, as a need. */
  own: boolean;
}
/** What the link of an invitation says to whoever holds it. */
export interface OpenInvitation {
  company: string;
  programme: string;
  valid_until: string;
  /** In steps, so that nobody sees one person come; 0 while they are few. */
  at_least: number;
}

/** What fields, regions and programmes are called; what depends on the language, by language. */
export interface NeedNames {
  regions: Record<string, string>;
  in: Record<Locale, NamesIn>;
}
/** In one language. */
interface NamesIn {
  fields: Record<string, string>;
  programmes: Record<string, string>;
  /** Where of a region only some municipalities count: these, by `programme/region`. */
  areas: Record<string, string>;
}

/** A need as the form holds it: an empty text is a fact left out. */
export type Typed = Record<keyof Facts, string>;

/** The shape of `raise_need`; a desk of one region names it. */
export const raiseNeed = (whole: boolean) =>
  z.object({
    field: z.string().check(z.regex(/^\d{2}$/)),
    region: z.string().check(z.minLength(whole ? 0 : 1)),
  });

export const limits = {
  company_name: { min: 2, max: 80 },
  invitation_quota: { min: 3, max: 200 },
};

const isQuota = (typed: string) =>
  /^\s*\d+\s*$/.test(typed) &&
  Number(typed) >= limits.invitation_quota.min &&
  Number(typed) <= limits.invitation_quota.max;

/** The shape of `invite_company`. */
export const inviteCompany = z.object({
  company: z
    .string()
    .check(z.trim(), z.minLength(limits.company_name.min), z.maxLength(limits.company_name.max)),
  quota: z
    .string()
    .check(z.refine((typed) => isQuota(typed), { params: { key: 'refusal.invitation_quota_range' } })),
  valid_until: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)),
});
/** The shape of `renew_invitation`. */
export const renewInvitation = z.pick(inviteCompany, { valid_until: true });
/** The shape of `close_need`. */
export const closeNeed = z.object({ reason: z.enum(closeReasons) });

/** The typed facts as the verbs take them. */
export function factsFrom({ field, language, region, hours, format }: Typed): Facts {
  return {
    field,
    language: (language || null) as Facts['language'],
    region: region || null,
    hours: (Number(hours) || null) as Facts['hours'],
    format: (format || null) as Facts['format'],
  };
}
