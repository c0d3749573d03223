import * as z from 'zod/mini';
import type { Part } from '../../schemas/form.ts';
import {
  decisions,
  interviewWays,
  type Decision,
  type DeskStatus,
  type GuidePart,
  type InterviewNotes,
} from './desk-model.ts';

/** The heaps a coordinator works through, in this order. */
export const heaps = {
  todo: ['sent', 'asked', 'interview'],
  due: ['sent', 'asked', 'interview'],
  sent: ['sent'],
  asked: ['asked'],
  interview: ['interview'],
  line: ['waiting', 'preparing'],
  decided: ['accepted', 'redirected', 'declined', 'withdrawn', 'expired'],
} as const satisfies Record<string, readonly DeskStatus[]>;
export type Heap = keyof typeof heaps;
export const heapNames = Object.keys(heaps) as Heap[];

/** Of these heaps only what is late, or due within so many days. */
export const dueWithin: Partial<Record<Heap, number>> = { due: 7 };

/** How many lie on a heap; null where states alone do not tell. */
export function heapCount(counts: Partial<Record<DeskStatus, number>>, heap: Heap): number | null {
  if (heap in dueWithin) return null;
  return heaps[heap].reduce((sum, status) => sum + (counts[status] ?? 0), 0);
}

/** The programmes of desks such as `highly-skilled/no-11`, each once. */
export function programmesOf(desks: readonly string[]): string[] {
  return [...new Set(desks.map((desk) => desk.split('/')[0] ?? desk))];
}

/** Whether a human may still do something: ask, invite, decide. */
export function isOpen(status: DeskStatus): boolean {
  return !(heaps.decided as readonly DeskStatus[]).includes(status);
}

/** Which application comes up when one is dealt with: the one below it, else the one above, else none. */
export function nextAfter(order: readonly string[], done: string): string | null {
  const at = order.indexOf(done);
  return order[at + 1] ?? order[at - 1] ?? null;
}

/** The neighbour in the queue; at either end one stays where one is. */
export function stepFrom(order: readonly string[], id: string | null, step: 1 | -1): string | null {
  const at = order.indexOf(id ?? '');
  if (at === -1) return order[0] ?? null;
  return order[Math.min(Math.max(at + step, 0), order.length - 1)] ?? null;
}

/** Days left of the programme's promise; below 0 it is broken by so many. Both are dates without a time. */
export function daysLeft(due: string, today: string): number {
  return Math.round((Date.parse(due.slice(0, 10)) - Date.parse(today.slice(0, 10))) / 86_400_000);
}

/** Why it was decided so, as the report counts it. The person reads the letter, never the key. */
const reasons: Record<Decision, Partial<Record<Part | 'both', readonly string[]>>> = {
  accept: { both: ['ready'] },
  wait: { both: ['no-match-yet', 'programme-full', 'next-round', 'own-wish'] },
  prepare: {
    mentee: ['language-first', 'clearer-goals', 'time-and-strength', 'course-first'],
    mentor: ['course-first', 'language-first', 'time-and-strength'],
  },
  redirect: {
    mentee: ['other-programme', 'other-service'],
    mentor: ['other-programme', 'other-way-to-help'],
  },
  decline: { both: ['not-for-whom', 'no-time', 'not-heard', 'other'] },
};

export function reasonsFor(decision: Decision, part: Part): readonly string[] {
  return reasons[decision][part] ?? reasons[decision].both ?? [];
}

/** Parts of the guide that are a scale, and what it is called among the notes. */
export const scaleParts: Partial<Record<string, 'clarity' | 'readiness'>> = {
  clear: 'clarity',
  ready: 'readiness',
};
/** The part of the guide that is noted by where something was learned. */
export const competencePart = 'competences';

/** Required parts of the guide that are still open: nothing noted, and not marked as talked about. */
export function missingParts(guide: readonly GuidePart[], notes: InterviewNotes): GuidePart[] {
  return guide.filter(({ id, required }) => required && !isTalked(id, notes));
}

/** As `private.is_talked` in `supabase/schemas/49_screening_talk.sql` has it. */
function isTalked(id: string, notes: InterviewNotes): boolean {
  const scale = scaleParts[id];
  if (notes.talked?.[id]) return true;
  if (scale) return notes[scale] !== undefined;
  if (id === competencePart) return Object.values(notes.competences ?? {}).some((text) => text.trim());
  return Boolean(notes.parts?.[id]?.trim());
}

/** Lengths, as the constraints of the database have them. */
export const limits = {
  message: { min: 2, max: 2000 },
  concern: { min: 5, max: 1000 },
  override: { min: 5, max: 1000 },
  letter: { min: 20, max: 4000 },
  place: { min: 3, max: 300 },
  minutes: { min: 10, max: 180 },
  note: 1000,
};

const text = ({ min, max }: { min: number; max: number }) =>
  z.string().check(z.trim(), z.minLength(min), z.maxLength(max));

/** The shapes of the verbs. */
export const askApplicantShape = z.object({ message: text(limits.message) });
export const overrideShape = z.object({ reason: text(limits.override) });
/** Empty takes the note away. */
export const concernShape = z.object({
  concern: z.union([z.string().check(z.regex(/^\s*$/)), text(limits.concern)]),
});

/** What a decision is made of. */
export interface Deciding {
  decision: Decision | '';
  reason: string;
  letter: string;
  /** Why yes although required parts of the guide are open. */
  anyway: string;
  /** Why before others of the line. */
  order: string;
}

/**
 * The shape of `decide_application`, and what a yes asks for besides: rules that are met or counted as met; a reason where
 * `missing` parts of the talk are open; and one where `before` others stand in line.
 */
export function decideShape(unmet: number, missing: number, before = 0) {
  const saysYes = ({ decision }: { decision: string }) => decision === 'accept';
  return z
    .object({
      decision: z.enum(decisions),
      reason: z.string().check(z.minLength(1)),
      letter: text(limits.letter),
      anyway: z.string().check(z.maxLength(limits.override.max)),
      order: z.string().check(z.maxLength(limits.override.max)),
    })
    .check(
      z.refine((values) => !saysYes(values) || unmet === 0, {
        path: ['decision'],
        params: { key: 'application-desk.decide.unmet-first' },
      }),
      z.refine(
        (values) => !saysYes(values) || missing === 0 || values.anyway.trim().length >= limits.override.min,
        { path: ['anyway'], params: { key: 'application-desk.decide.anyway.needed' } },
      ),
      z.refine(
        (values) => !saysYes(values) || before === 0 || values.order.trim().length >= limits.override.min,
        { path: ['order'], params: { key: 'application-desk.decide.order.needed' } },
      ),
    );
}

/** The first talk: up to three times, each a day and a time of its own; the first one is needed. */
export interface Invitation {
  day1: string;
  time1: string;
  day2: string;
  time2: string;
  day3: string;
  time3: string;
  minutes: string;
  how: string;
  place: string;
}
export const proposals = [
  ['day1', 'time1'],
  ['day2', 'time2'],
  ['day3', 'time3'],
] as const;

/** How far ahead a talk may be, in days. */
export const latestTalk = 90;

const day = /^\d{4}-\d\d-\d\d$/;
const time = /^\d\d:\d\d/;
const either = (pattern: RegExp) => z.string().check(z.regex(new RegExp(`^$|${pattern.source}`)));

export const inviteShape = z
  .object({
    day1: z.string().check(z.regex(day)),
    time1: z.string().check(z.regex(time)),
    day2: either(day),
    time2: either(time),
    day3: either(day),
    time3: either(time),
    minutes: z.string().check(z.regex(/^\d+$/)),
    how: z.enum(interviewWays),
    place: text(limits.place),
  })
  .check(
    ...proposals.flatMap(([dayOf, timeOf]) => [
      z.refine<Invitation>((values) => Boolean(values[dayOf]) === Boolean(values[timeOf]), {
        path: [dayOf],
        params: { key: 'form.row-unfinished' },
      }),
      z.refine<Invitation>((values) => !(Date.parse(`${values[dayOf]}T${values[timeOf]}`) <= Date.now()), {
        path: [dayOf],
        params: { key: 'form.date-past' },
      }),
      z.refine<Invitation>((values) => !(Date.parse(values[dayOf]) > Date.now() + latestTalk * 86_400_000), {
        path: [dayOf],
        params: { key: 'application-desk.invite.too-late' },
      }),
    ]),
    z.refine<Invitation>(({ minutes }) => Number(minutes) >= limits.minutes.min, {
      path: ['minutes'],
      params: { key: 'application-desk.minutes.few' },
    }),
    z.refine<Invitation>(({ minutes }) => Number(minutes) <= limits.minutes.max, {
      path: ['minutes'],
      params: { key: 'application-desk.minutes.many' },
    }),
  );
