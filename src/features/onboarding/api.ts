import { act, read } from '../../lib/api/client.ts';
import type { ExpectedThing } from '../../schemas/expected-things.ts';
import type { Standing } from '../../lib/api/rows.ts';
import type { Gate, OwnStep } from '../../schemas/onboarding-steps.ts';
import type { Part } from '../../schemas/form.ts';
import type { MyPreparations } from './rows.ts';

/** Everything I do to get ready, for each part I am let in for. @throws Refusal */
export const readPreparations = () => read<MyPreparations>('my_preparations');

/** I am through with a step. Answers where my place stands. @throws Refusal */
export const finishStep = (part: Part, step: OwnStep) => act<Standing>('finish_step', { part, step });

/** Says what I expect; the other reads it from the trial on. @throws Refusal */
export const sayExpectations = (part: Part, chosen: ExpectedThing[], words: string) =>
  act<Standing>('say_expectations', { part, chosen, words });

/** Do I feel ready? “Not yet” tells a coordinator. @throws Refusal `steps_first` */
export const sayReady = (part: Part, ready: boolean) => act<Standing>('say_ready', { part, ready });

/** Ticks a gate for a mentor, as her coordinator; null takes it back. @throws Refusal `day_unsound` */
export const tickGate = (mentor: string, gate: Gate, seen_on: string | null) =>
  act<Standing>('tick_gate', { mentor, gate, seen_on });

/** I have called a mentor after her very first hour. @throws Refusal */
export const noteFirstCall = (mentor: string) => act('note_first_call', { mentor });
