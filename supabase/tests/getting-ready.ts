/** Somebody who gets ready, and how far she has come; always Alma. */
import type { Sql } from 'postgres';
import { act, actAndTrace } from './affair.ts';
import { decide, sent } from './applicant.ts';
import { id } from './cast.ts';

/** A mentee's steps in `free` and `careful`. */
export const own = ['course', 'boundaries', 'expectations', 'access', 'picture', 'preview', 'readiness'];
const onboarding = {
  mentee: { steps: own },
  mentor: { steps: ['interview', 'certificate', 'code-of-conduct', 'course', 'readiness'] },
};

/** From now on both programmes ask for steps. */
export const askForSteps = (sql: Sql) =>
  sql`update public.programmes set rules = rules || ${sql.json({ onboarding })} where key in ('free', 'careful')`;

/** Alma is let in; answers what happened. With `noted`, after a talk. */
export async function letIn(sql: Sql, part: 'mentee' | 'mentor' = 'mentee', noted = false) {
  const application = await sent(sql, { part });
  if (noted) await act(sql, id.ingrid, `note_interview('${application}', '{"clarity": 4}')`);
  return actAndTrace(sql, id.ingrid, decide(application, 'accept'));
}

export const finish = (step: string, part = 'mentee') => `finish_step('${part}', '${step}')`;
export const ready = (yes: boolean | null, part = 'mentee') => `say_ready('${part}', ${yes})`;
export const expects = (chosen = '{regular,honest}', words = 'Call me Al.', part = 'mentee') =>
  `say_expectations('${part}', '${chosen}', '${words}')`;
export const tick = (gate: string, on = 'current_date', mentor: string = id.alma) =>
  `tick_gate('${mentor}', '${gate}', ${on})`;

/** All of a mentee's steps but the last question. */
export async function walk(sql: Sql) {
  for (const step of ['course', 'boundaries', 'access', 'picture', 'preview'])
    await act(sql, id.alma, finish(step));
  await act(sql, id.alma, expects());
}

/** Where her place stands. */
export const standing = async (sql: Sql, part = 'mentee') =>
  (await sql.unsafe(`select standing, approved_at from public.${part}s where person = '${id.alma}'`))[0]!;

interface Mine {
  preparations: { steps: string[]; done: Record<string, string>; card: object; not_yet: boolean }[];
  drafts: Record<string, object>;
}
/** What she sees of it. */
export const mine = (sql: Sql) => act<Mine>(sql, id.alma, 'my_preparations()');

interface Preparing {
  name: string;
  part: string;
  needs: boolean;
  not_yet: boolean;
  first_time: boolean;
  talk: { application: string; left: number } | null;
}
interface Desk {
  preparing: { count: number; needs: number; items: Preparing[] };
  calls: { count: number; items: { name: string; mentee: string }[] };
  waiting: { count: number };
}
/** What a coordinator sees of it. */
export const desk = (sql: Sql, person: string = id.ingrid) => act<Desk>(sql, person, 'desk()');
