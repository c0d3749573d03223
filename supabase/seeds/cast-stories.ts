/** What has happened to the cast: an inbox for Kari, a first hour for Dawit and Jonas. Amina is free to begin. */
import { cast } from './cast.ts';
import type { Pair } from './ledger.ts';
import type { Resident } from './people.ts';
import { decline, nudge } from './request-steps.ts';
import { ago, begin, beginAgreed, nextPair, type Scene } from './scene.ts';
import { goOn, openMatch } from './trial-steps.ts';
import type { Settled } from './settle.ts';
import { later } from './ledger.ts';
import { sure } from './sure.ts';

/** @param told mentees who have a story already; those who meet the cast are added */
export function tellCast(settled: Settled, scene: (mentee: Resident) => Scene, told: Set<string>): void {
  const find = (id: string) =>
    sure([...settled.mentors, ...settled.mentees].find((person) => person.id === id));
  const kari = find(cast.mentor.id);
  const jonas = find(cast.mentor2.id);
  const dawit = find(cast.mentee2.id);

  /** The next mentee without a story who fits this mentor well. */
  const meet = (mentor: Resident, mentee?: Resident): [Scene, Pair] => {
    const somebody =
      mentee ??
      settled.mentees.find(
        ({ id, self }) =>
          !told.has(id) &&
          self.code.slice(0, 3) === mentor.self.code.slice(0, 3) &&
          settled.fit.get(id)?.includes(mentor.id),
      );
    if (!somebody) throw new Error(`Nobody fits ${mentor.name}.`);
    told.add(somebody.id);
    const s = scene(somebody);
    s.candidates = [mentor];
    return [s, sure(nextPair(s))];
  };

  const [dawitScene, first] = meet(jonas, dawit);
  beginAgreed(dawitScene, first, -2.2);
  const other = scene(dawit);
  other.candidates = other.candidates.filter(({ id }) => id !== jonas.id);
  const earlier = sure(nextPair(other));
  const refused = begin(other, earlier, ago(other, 17));
  decline(other.ledger, earlier, refused, ago(other, 15.5), 'no-time');

  const [matchScene, pair] = meet(jonas);
  const trial = beginAgreed(matchScene, pair, 75);
  goOn(matchScene.ledger, pair, trial, pair.mentee, later(sure(trial.starts_at), 0.2));
  goOn(matchScene.ledger, pair, trial, pair.mentor, later(sure(trial.starts_at), 0.6));
  openMatch(matchScene.ledger, pair, trial, later(sure(trial.starts_at), 0.6));
  const [nudgeScene, waits] = meet(jonas);
  nudge(nudgeScene.ledger, waits, begin(nudgeScene, waits, ago(nudgeScene, 4.1)));

  for (const days of [0.03, 1.8]) {
    const [s, asks] = meet(kari);
    begin(s, asks, ago(s, days));
  }
  // The cast's other places stay free for whoever tries the demo.
  for (const mentor of [kari, jonas]) scene(dawit).free.set(mentor.id, 0);
}
