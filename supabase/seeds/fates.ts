/** What may have become of a mentee by now. Each fate tells one story; the deck of a programme says how many of each. */
import { later, type Trial } from './ledger.ts';
import { askBack, decline, expire, nudge, reply, withdraw } from './request-steps.ts';
import { ago, begin, beginAgreed, beginProposal, beginTrial, days, nextPair, type Scene } from './scene.ts';
import {
  endMatch,
  goOn,
  leaveUndecided,
  notUs,
  openMatch,
  remind,
  startMatch,
  stopTrial,
  suggestTime,
} from './trial-steps.ts';
import { say, sentences } from './words.ts';
import { declineReasons, endReasons, notUsReasons } from '../../src/schemas/reasons.ts';
import type { Pair } from './ledger.ts';
import { sure } from './sure.ts';

type Fate = (scene: Scene, pair: Pair) => void;

const open = (scene: Scene, pair: Pair, from: number, to: number) =>
  begin(scene, pair, ago(scene, days(scene, from, to)));

/** The mentor's question, and the mentee's reply to it, each in her own language: both lists have the same order. */
function question(scene: Scene, { mentee, mentor }: Pair) {
  const nr = scene.dice.int(0, sentences.en.questions.length - 1);
  return {
    asked: sure(sentences[mentor.locale].questions[nr]),
    replied: sure(sentences[mentee.locale].replies[nr]),
  };
}

/** A few more fresh requests, up to what the programme allows. */
function openMore(scene: Scene, most: number) {
  for (let more = scene.dice.int(0, most); more > 0 && scene.rules.self; more--) {
    const pair = nextPair(scene);
    if (pair) open(scene, pair, 0.1, 2.6);
  }
}

function nudged(scene: Scene, pair: Pair) {
  nudge(scene.ledger, pair, open(scene, pair, 3.3, 6.3));
}

/** An hour that has passed, and what the two have said by now. */
function met(scene: Scene, pair: Pair, daysAgo: number, said: 'nothing' | 'one' | 'one or nothing'): Trial {
  const trial = beginAgreed(scene, pair, daysAgo);
  if (said === 'one' || (said === 'one or nothing' && scene.dice.chance(0.5))) {
    const who = scene.dice.pick([pair.mentee, pair.mentor]);
    goOn(scene.ledger, pair, trial, who, later(sure(trial.starts_at), days(scene, 0.1, 0.6)));
  }
  return trial;
}

/** Both said go on so many days ago. */
function matched(scene: Scene, pair: Pair, daysAgo: number) {
  const { ledger } = scene;
  const trial = beginAgreed(scene, pair, daysAgo + days(scene, 1, 4));
  goOn(ledger, pair, trial, pair.mentee, later(sure(trial.starts_at), 0.3));
  const at = later(sure(trial.starts_at), days(scene, 0.4, 0.9));
  goOn(ledger, pair, trial, pair.mentor, at);
  return { match: openMatch(ledger, pair, trial, at), at };
}

function running(scene: Scene, pair: Pair, daysAgo: number) {
  const { match, at } = matched(scene, pair, daysAgo);
  const started = pair.rules.approval === 'before-match' ? later(at, days(scene, 0.1, 0.9)) : at;
  if (match.status === 'awaiting') startMatch(scene.ledger, pair, match, started);
  return { match, started };
}

function declined(scene: Scene, pair: Pair, reason: string) {
  const request = open(scene, pair, 9, 24);
  decline(scene.ledger, pair, request, later(request.sent_at, days(scene, 0.2, 2.9)), reason);
}

/** Both are reminded on one day and a coordinator decides from another on, counted from `since`. */
function undecided(
  { ledger }: Scene,
  pair: Pair,
  trial: Trial,
  since: Date,
  reminded: number,
  decided: number,
) {
  remind(ledger, pair, trial, later(since, reminded));
  leaveUndecided(ledger, pair, trial, later(since, decided));
}

/** Stories whose mentor's place is held to this day. They are told first, so that nobody is asked who is full. */
export const holding: Record<string, Fate> = {
  'planning-new': (s, p) => void beginTrial(s, p, ago(s, days(s, 0.5, 4))),
  'planning-suggested': (s, p) => {
    const trial = beginTrial(s, p, ago(s, days(s, 3, 6)));
    const starts = later(s.asOf, days(s, 2, 6));
    starts.setUTCMinutes(0, 0, 0);
    const where = say(sure(sentences[s.mentee.locale].meet[0]), { place: s.mentee.self.place });
    suggestTime(s.ledger, p, trial, ago(s, days(s, 0.3, 2)), starts, where);
  },
  'planning-late': (s, p) => {
    const [first, second] = p.rules.never_met_days;
    const trial = beginTrial(s, p, ago(s, days(s, first + 2, second - 1)));
    remind(s.ledger, p, trial, later(trial.created_at, first));
  },
  'planning-call': (s, p) => {
    const [first, second, third] = p.rules.never_met_days;
    const trial = beginTrial(s, p, ago(s, days(s, second + 1, third - 2)));
    remind(s.ledger, p, trial, later(trial.created_at, first));
  },
  'agreed-soon': (s, p) => void beginAgreed(s, p, -days(s, 1, 5)),
  'agreed-past': (s, p) => void met(s, p, days(s, 1, 6), 'one or nothing'),
  'agreed-reminded': (s, p) => {
    const trial = met(s, p, days(s, 8, 13), 'one');
    remind(s.ledger, p, trial, later(sure(trial.starts_at), 7));
  },
  'undecided-met': (s, p) => {
    const trial = met(s, p, days(s, 15, 21), 'one or nothing');
    undecided(s, p, trial, sure(trial.starts_at), p.rules.answer_days, 2 * p.rules.answer_days);
  },
  'undecided-no-date': (s, p) => {
    const [first, , third] = p.rules.never_met_days;
    const trial = beginTrial(s, p, ago(s, days(s, third + 1, third + 6)));
    undecided(s, p, trial, trial.created_at, first, third);
  },
  awaiting: (s, p) => void (beginTrial(s, p, ago(s, days(s, 0.5, 3))).status = 'awaiting'),
  'match-awaiting': (s, p) => void matched(s, p, days(s, 0.5, 4)),
  'match-new': (s, p) => void running(s, p, days(s, 2, 25)),
  'match-midway': (s, p) => void running(s, p, days(s, 30, 28 * s.rules.months)),
  'match-over': (s, p) => void running(s, p, 31 * s.rules.months + days(s, 5, 30)),
};

/** Stories that leave the mentor's place free, though they may leave a request open. */
export const free: Record<string, Fate> = {
  fresh: (s, p) => {
    open(s, p, 0.1, 2.6);
    openMore(s, 2);
  },
  nudged: (s, p) => {
    nudged(s, p);
    openMore(s, 1);
  },
  asked: (s, p) => {
    const request = open(s, p, 3.2, 4.2);
    askBack(s.ledger, p, request, later(request.sent_at, days(s, 0.5, 2.6)), question(s, p).asked);
  },
  replied: (s, p) => {
    const { asked, replied } = question(s, p);
    const request = open(s, p, 4.5, 5.5);
    askBack(s.ledger, p, request, later(request.sent_at, days(s, 0.5, 2)), asked);
    reply(s.ledger, p, request, ago(s, days(s, 0.2, 1.8)), replied);
  },
  proposed: (s, p) => void beginProposal(s, p, ago(s, days(s, 0.3, 5.5))),
  ...Object.fromEntries(
    declineReasons.map((reason): [string, Fate] => [
      `declined-${reason}`,
      (s, p) => {
        declined(s, p, reason);
        openMore(s, 1);
      },
    ]),
  ),
  withdrawn: (s, p) => {
    const request = open(s, p, 6, 20);
    withdraw(s.ledger, p, request, later(request.sent_at, days(s, 0.3, 2.5)));
  },
  expired: (s, p) => {
    const request = open(s, p, 9, 26);
    nudge(s.ledger, p, request);
    expire(s.ledger, p, request);
    openMore(s, 1);
  },
  'not-us': (s, p) => {
    const trial = met(s, p, days(s, 9, 30), 'nothing');
    const who = s.dice.pick([p.mentee, p.mentor]);
    notUs(s.ledger, p, trial, who, later(sure(trial.starts_at), days(s, 0.2, 4)), s.dice.pick(notUsReasons));
    openMore(s, 1);
  },
  stopped: (s, p) => {
    const trial = beginTrial(s, p, ago(s, days(s, 18, 25)));
    stopTrial(s.ledger, p, trial, ago(s, days(s, 5, 12)));
  },
  ended: (s, p) => {
    const { match, started } = running(s, p, 31 * s.rules.months + days(s, 8, 40));
    const reason = s.dice.pick(endReasons.filter((why) => !['no-contact', 'not-working'].includes(why)));
    const share = reason === 'time-is-up' ? 1 : s.dice.roll() * 0.6 + 0.3;
    const at = later(started, 30.4 * s.rules.months * share);
    endMatch(s.ledger, p, match, at, s.dice.pick([p.mentee.id, p.mentor.id]), reason);
  },
  'match-stopped': (s, p) => {
    const { match, started } = running(s, p, days(s, 80, 150));
    endMatch(
      s.ledger,
      p,
      match,
      later(started, days(s, 30, 60)),
      p.desk,
      s.dice.pick(['no-contact', 'not-working']),
    );
  },
};
