/** Somebody who applies, and how far she has come. */
import type { Sql } from 'postgres';
import { act } from './affair.ts';
import { id } from './cast.ts';
import { enough, enoughOfMentor } from './forms.ts';

const quoted = (answers: object) => `'${JSON.stringify(answers).replaceAll("'", "''")}'::jsonb`;

/** As a call: keep these answers. */
export const save = (application: string, answers: object, revision = 0) =>
  `save_application('${application}', ${quoted(answers)}, ${revision})`;

/** Begins, and answers so much that it can be sent but for what differs. */
export async function draft(
  sql: Sql,
  { person = id.alma as string, programme = 'free', part = 'mentee', different = {} as object } = {},
): Promise<string> {
  const application = await act<string>(sql, person, `begin_application('${programme}', '${part}', 'nb')`);
  const answers = { ...(part === 'mentee' ? enough : enoughOfMentor), ...different };
  await act(sql, person, save(application, answers));
  return application;
}

/** The same, sent. */
export async function sent(sql: Sql, how: Parameters<typeof draft>[1] = {}): Promise<string> {
  const application = await draft(sql, how);
  await act(sql, how.person ?? id.alma, `send_application('${application}')`);
  return application;
}

export const letter = 'Thank you for your application. This is what we have decided.';

/** As a call: decide with a letter. */
export const decide = (application: string, decision: string, seen?: string) =>
  `decide_application('${application}', '${decision}', 'ready', '${letter}'${seen ? `, '${seen}'` : ''})`;

/** As a call: propose tomorrow and the day after, at noon. */
export const invite = (application: string) =>
  `invite_to_interview('${application}', array[current_date + 1.5 * interval '1 day', current_date + 2.5 * interval '1 day'], 30, 'online', 'https://talk.example')`;

export interface Mine {
  id: string;
  status: string;
  ahead: number | null;
  waits: boolean;
  answers: Record<string, unknown>;
  messages: { kind: string; text: string; mine: boolean }[];
  times: string[];
  interview_at: string | null;
  eligibility: { met: string[]; unmet: { rule: string }[] };
  elsewhere: string[];
  letter: string | null;
  due_on: string | null;
  tells_at: string | null;
  closes_at: string | null;
  round: { opens_on: string; open: boolean } | null;
}

/** What she sees of her applications. */
export const mine = async (sql: Sql, person: string = id.alma) =>
  (await act<{ applications: Mine[] }>(sql, person, 'my_applications()')).applications;

/** What a coordinator reads of one. */
export const read = (sql: Sql, application: string, person: string = id.ingrid) =>
  act<Record<string, unknown>>(sql, person, `read_application('${application}')`);

/** As a call: keep these notes of the talk. */
export const note = (application: string, notes: object) =>
  `note_interview('${application}', '${JSON.stringify(notes).replaceAll("'", "''")}')`;

/** From now on the talk in `free` must be about these. */
export const askForTalk = (sql: Sql, part: 'mentee' | 'mentor', ...required: string[]) =>
  sql`update public.programmes set rules = jsonb_set(rules, array['talk', ${part}, 'required'], ${sql.json(required)})
    where key = 'free'`;
