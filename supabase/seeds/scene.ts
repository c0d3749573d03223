/** One mentee's story as it is being told: who there is to ask, and the beginnings that all stories share. */
import {
  desksOf,
  later,
  onTheHour,
  type Ledger,
  type Pair,
  type Request,
  type Rules,
  type Trial,
} from './ledger.ts';
import type { Resident } from './people.ts';
import type { Dice } from './random.ts';
import { acceptProposal, ask, close, propose } from './request-steps.ts';
import { accept, agree, suggestTime } from './trial-steps.ts';
import { say, sentences } from './words.ts';
import { sure } from './sure.ts';

export interface Scene {
  ledger: Ledger;
  dice: Dice;
  asOf: Date;
  mentee: Resident;
  rules: Rules;
  desk: string;
  /** Mentors by fit, best first. */
  candidates: Resident[];
  /** Free places by mentor; a story that holds a place takes one. */
  free: Map<string, number>;
}

/** So many days before now. */
export const ago = (scene: Scene, days: number) => later(scene.asOf, -days);

/** A number of days between two, with hours. */
export const days = (scene: Scene, from: number, to: number) => from + scene.dice.roll() * (to - from);

/** The next mentor to ask: one of the best with a free place and not too many requests, never the same twice. Null where nobody is left. */
export function nextPair(scene: Scene, hold = false): Pair | null {
  const rest = scene.candidates.filter(
    ({ id }) => (scene.free.get(id) ?? 0) > 0 && !isAskedEnough(scene, id),
  );
  if (rest.length === 0) return null;
  const mentor = scene.dice.pickEarly(rest.slice(0, 5));
  scene.candidates = scene.candidates.filter((candidate) => candidate !== mentor);
  if (hold) scene.free.set(mentor.id, sure(scene.free.get(mentor.id)) - 1);
  const { mentee, desk, rules } = scene;
  const desks = desksOf(mentee.town.programme, mentee.row.region, mentor.row.region);
  return { mentee, mentor, desk, rules, desks };
}

const isAskedEnough = ({ ledger, rules }: Scene, id: string) =>
  ledger.requests.filter(({ mentor, status }) => mentor === id && /^(open|asked)$/.test(status)).length >=
  rules.pending_requests;

function words(scene: Scene, { mentee, mentor }: Pair, kind: 'requests' | 'proposals'): string {
  const { requests, proposals } = sentences[mentee.locale];
  const same =
    mentee.self.code.slice(0, 3) === mentor.self.code.slice(0, 3) &&
    !mentee.town.mentees_are.startsWith('young');
  const both = (topic: string) =>
    [mentee.row.goals, mentor.row.offers].every((list) => (list as string[]).includes(topic));
  const fitting = [
    ...(same ? requests.same : requests.other),
    ...(both('interview') ? requests.interview : []),
  ];
  const sentence = scene.dice.pick(kind === 'proposals' ? proposals : fitting);
  return say(sentence, { other: mentor.name, city: mentee.self.city });
}

/** A coordinator's proposal that waits for the mentee. */
export const beginProposal = (scene: Scene, pair: Pair, at: Date): Request =>
  propose(scene.ledger, pair, at, words(scene, pair, 'proposals'));

/** A request, by the mentee alone or after a proposal, as the programme has it. */
export function begin(scene: Scene, pair: Pair, at: Date): Request {
  const message = words(scene, pair, 'requests');
  if (scene.rules.self && scene.dice.chance(0.9)) return ask(scene.ledger, pair, at, message);
  const request = beginProposal(scene, pair, later(at, -days(scene, 0.5, 3)));
  acceptProposal(scene.ledger, pair, request, at, message);
  return request;
}

/** A yes at `at`, to a request sent some days before; other requests she had open close with it. */
export function beginTrial(scene: Scene, pair: Pair, at: Date): Trial {
  const sent = later(at, -days(scene, 0.4, 2.8));
  const request = begin(scene, pair, sent);
  for (let others = scene.rules.self ? scene.dice.int(0, 2) : 0; others > 0; others--) {
    const other = nextPair(scene);
    if (other) close(scene.ledger, other, begin(scene, other, later(sent, scene.dice.roll() / 3)), at);
  }
  return accept(scene.ledger, pair, request, at);
}

/** A trial that takes (or took) place on a given day, agreed some days before. */
export function beginAgreed(scene: Scene, pair: Pair, daysAgo: number): Trial {
  const starts = onTheHour(ago(scene, daysAgo), scene.dice.int(8, 17));
  // The first steps are always in the past, even of an hour to come.
  const agreed = ago(scene, Math.max(daysAgo, 0) + days(scene, 0.5, 1.5));
  const trial = beginTrial(scene, pair, later(agreed, -days(scene, 2, 5)));
  const place = scene.dice.pick(sentences[pair.mentee.locale].meet);
  const online =
    (pair.mentor.row.formats as string[]).includes('online') &&
    (pair.mentee.row.formats as string[]).includes('online');
  const meet = sentences[pair.mentee.locale].meet.filter((where) => online || !where.startsWith('https:'));
  const where = say(meet.includes(place) ? place : sure(meet[0]), {
    place: pair.mentee.self.place,
    code: trial.id.slice(0, 8),
  });
  suggestTime(scene.ledger, pair, trial, later(agreed, -days(scene, 0.3, 1.5)), starts, where);
  agree(scene.ledger, pair, trial, agreed);
  return trial;
}
