import { expect, test } from 'vitest';
import type { MyPage, TrialRow } from '../../lib/api/rows.ts';
import { isPaused, nextSteps } from './next.ts';

const now = Date.parse('2026-11-21T12:00:00Z');
const nothing: MyPage = {
  person: null,
  mentee: null,
  mentor: null,
  desks: [],
  coordinators: [],
  background: null,
  requests: [],
  inbox: [],
  trials: [],
  matches: [],
  preparing: [],
  blocked: [],
  newsletters_since: null,
  drafts: {},
};
const trial = {
  id: 't',
  status: 'planning',
  starts_at: null,
  decide_by: null,
  plan_by: '2026-12-01T00:00:00Z',
  card: { name: 'Kari' },
};
const steps = (change: object) =>
  nextSteps({ ...nothing, person: { id: 'me' }, trials: [{ ...trial, ...change }] } as MyPage, now);
const what = (change: object) => steps(change).map((step) => step.what);

test('a trial says what comes next at every moment of it', () => {
  expect(what({})).toEqual(['trial-plan']);
  const soon = { starts_at: '2026-11-23T10:00:00Z' };
  expect(what({ ...soon, proposed_by: 'me' })).toEqual(['trial-agree-awaited']);
  expect(what({ ...soon, proposed_by: 'other' })).toEqual(['trial-agree']);
  const agreed: Partial<TrialRow> = { status: 'agreed', decide_by: '2026-11-30T10:00:00Z' };
  expect(what({ ...agreed, ...soon })).toEqual(['trial-meet']);
  const over = { starts_at: '2026-11-20T10:00:00Z' };
  expect(what({ ...agreed, ...over })).toEqual(['trial-say']);
  expect(what({ ...agreed, ...over, i_say: 'go_on' })).toEqual(['trial-say-awaited']);
  expect(what({ status: 'undecided' })).toEqual(['trial-undecided']);
  expect(what({ status: 'not_us' })).toEqual([]);
});

test('what waits for me stands before what waits for others, the soonest first', () => {
  const request = (id: string, status: string, expires_at: string) => ({
    id,
    status,
    expires_at,
    card: null,
  });
  const page = {
    ...nothing,
    requests: [
      request('a', 'open', '2026-11-22'),
      request('b', 'asked', '2026-11-25'),
      request('c', 'proposed', '2026-11-24'),
    ],
  } as unknown as MyPage;
  expect(nextSteps(page, now).map(({ to }) => to)).toEqual(['#request-c', '#request-b', '#request-a']);
});

test('a match goes on to its last day; after it the two go on or end it', () => {
  const match = (change: object) =>
    nextSteps({ ...nothing, matches: [{ id: 'm', status: 'active', living: true, card: null, ...change }] } as unknown as MyPage, now)
      .map(({ what }) => what); // prettier-ignore
  expect(match({ ends_on: '2026-11-21' })).toEqual(['match-active']);
  expect(match({ ends_on: '2026-11-20' })).toEqual(['match-over']);
  expect(match({ status: 'awaiting', ends_on: null })).toEqual(['match-awaiting']);
});

test('whoever is let in gets ready: with steps of her own, with a coordinator, or with what a coordinator ticks', () => {
  const ready = (change: object) =>
    nextSteps(
      { ...nothing, preparing: [{ part: 'mentor', mine: 2, gates: 1, not_yet: false, ...change }] },
      now,
    )[0];
  expect(ready({})).toEqual({ what: 'get-ready', mine: true, count: 2, to: 'my/ready' });
  expect(ready({ mine: 1, not_yet: true })).toMatchObject({ what: 'ready-not-yet', mine: false });
  expect(ready({ mine: 0 })).toMatchObject({ what: 'ready-gates', mine: false });
});

test('a pause counts from its first to its last day', () => {
  expect(isPaused({ paused_from: '2026-11-21', paused_until: '2026-11-21' }, now)).toBe(true);
  expect(isPaused({ paused_from: '2026-11-21', paused_until: null }, now)).toBe(true);
  expect(isPaused({ paused_from: '2026-11-22', paused_until: null }, now)).toBe(false);
  expect(isPaused({ paused_from: '2026-11-01', paused_until: '2026-11-20' }, now)).toBe(false);
  expect(isPaused({ paused_from: null, paused_until: null }, now)).toBe(false);
});
