import type { MyPage, RequestRow, TrialRow } from '../../lib/api/rows.ts';
import { dateField, daysSince } from '../../lib/dates.ts';

/** One thing that comes next: what to say (`my.next.<what>`), about whom, and by when or at what time. */
export interface Step {
  what: string;
  /** Whether it waits for me; else for somebody else. */
  mine: boolean;
  name?: string;
  /** An instant or a date. */
  until?: string;
  /** How many steps are left. */
  count?: number;
  /** An instant with its hour. */
  at?: string;
  /** Where on this page, or which page of ours. */
  to: string;
}

/** Everything that comes next, what waits for me first, the soonest first. */
export function nextSteps(page: MyPage, now = Date.now()): Step[] {
  const steps: Step[] = [
    ...page.trials.flatMap((trial) => trialStep(trial, page.person?.id ?? '', now) ?? []),
    ...page.inbox.filter(({ status }) => status === 'open').map((request) => step('answer', request, true)),
    ...page.requests.flatMap(requestStep),
    ...page.matches
      .filter(({ living }) => living)
      .map(({ id, status, card, ends_on }) => {
        const over = ends_on !== null && daysSince(ends_on, new Date(now)) > 0;
        return {
          what: status === 'awaiting' ? 'match-awaiting' : over ? 'match-over' : 'match-active',
          mine: false,
          name: card?.name,
          until: ends_on ?? undefined,
          to: `#match-${id}`,
        };
      }),
  ];
  const busy = steps.length > 0;
  steps.push(...page.preparing.map(readyStep));
  if (page.mentee) steps.push(...menteeStep(page.mentee, busy));
  if (page.mentor) steps.push(...mentorStep(page.mentor, now));
  return steps.sort((a, b) => Number(b.mine) - Number(a.mine) || when(a) - when(b));
}

function trialStep(trial: TrialRow, me: string, now: number): Step | null {
  const { card, plan_by, decide_by, starts_at, status } = trial;
  const about = { name: card?.name, to: `#trial-${trial.id}` };
  if (status === 'awaiting') return { what: 'trial-awaiting', mine: false, ...about };
  if (status === 'undecided') return { what: 'trial-undecided', mine: false, ...about };
  if (status === 'planning') {
    if (!starts_at || Date.parse(starts_at) <= now)
      return { what: 'trial-plan', mine: true, until: plan_by, ...about };
    if (trial.proposed_by === me)
      return { what: 'trial-agree-awaited', mine: false, until: plan_by, ...about };
    return { what: 'trial-agree', mine: true, at: starts_at, until: plan_by, ...about };
  }
  if (status !== 'agreed' || !starts_at || !decide_by) return null;
  if (Date.parse(starts_at) > now) return { what: 'trial-meet', mine: false, at: starts_at, ...about };
  if (trial.i_say) return { what: 'trial-say-awaited', mine: false, until: decide_by, ...about };
  return { what: 'trial-say', mine: true, until: decide_by, ...about };
}

function requestStep(request: RequestRow): Step[] {
  if (request.status === 'proposed') return [step('proposal', request, true)];
  if (request.status === 'asked') return [step('reply', request, true)];
  if (request.status === 'open') return [step('answer-awaited', request, false)];
  return [];
}

function step(what: string, { id, card, expires_at }: RequestRow, mine: boolean): Step {
  return { what, mine, name: card?.name, until: expires_at, to: `#request-${id}` };
}

/** Let in, and getting ready: my own steps, a coordinator who gets in touch, or gates she ticks. */
function readyStep({ mine, not_yet }: MyPage['preparing'][number]): Step {
  if (not_yet) return { what: 'ready-not-yet', mine: false, to: 'my/ready' };
  if (mine === 0) return { what: 'ready-gates', mine: false, to: 'my/ready' };
  return { what: 'get-ready', mine: true, count: mine, to: 'my/ready' };
}

function menteeStep(mentee: NonNullable<MyPage['mentee']>, busy: boolean): Step[] {
  if (busy || mentee.standing !== 'approved') return [];
  if (!mentee.modes.includes('self')) return [{ what: 'coordinator-looks', mine: false, to: 'my/mentee' }];
  return [{ what: 'find', mine: true, to: 'mentors' }];
}

function mentorStep(mentor: NonNullable<MyPage['mentor']>, now: number): Step[] {
  if (mentor.standing !== 'approved') return [];
  if (isPaused(mentor, now)) {
    return [{ what: 'paused', mine: false, until: mentor.paused_until ?? undefined, to: '#pause' }];
  }
  return mentor.taken < mentor.capacity ? [{ what: 'listed', mine: false, to: '#pause' }] : [];
}

/** Whether a mentor cannot be asked today because she wanted a rest. */
export function isPaused(
  { paused_from, paused_until }: { paused_from: string | null; paused_until: string | null },
  now = Date.now(),
): boolean {
  const today = dateField(new Date(now));
  return paused_from !== null && paused_from <= today && (paused_until === null || today <= paused_until);
}

const when = ({ at, until }: Step) => Date.parse(at ?? until ?? '9999-01-01');
