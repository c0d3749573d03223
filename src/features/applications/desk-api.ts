import { act, keep, read } from '../../lib/api/client.ts';
import type {
  Application,
  DeskStatus,
  InterviewNotes,
  InterviewWay,
  Queue,
  QueuePlace,
} from './desk-model.ts';

/** One page of the applications at my desks, those first whose promise ends first, or only those where it ends within so
 * many days. @throws Refusal `not_a_coordinator` */
export const readQueue = (
  status: readonly DeskStatus[],
  programme: string | null,
  after: QueuePlace | null,
  due_within: number | null = null,
) => read<Queue>('application_queue', { status, programme, after, page_size: 50, due_within });

/** The waiting list of a programme, in the order of sending. @throws Refusal `not_a_coordinator` */
export const readLine = (programme: string, after: QueuePlace | null) =>
  read<Queue>('waiting_list', { programme, after, page_size: 50 });

/** Takes somebody before others of the line; the reason is kept. @throws Refusal `next_in_line` */
export const takeOutOfOrder = (application: string, reason: string) =>
  act('take_out_of_order', { application, reason: reason.trim() });

/** All of one application that I may see. @throws Refusal `application_unknown` */
export const readApplication = (application: string) =>
  read<Application>('read_application', { application });

/** Asks the person something; she gets a mail and answers on her page. @throws Refusal */
export const askApplicant = (application: string, message: string) =>
  act('ask_applicant', { application, message: message.trim() });

/** Proposes times for the first talk; the person chooses one. @throws Refusal `times_unsound` */
export const inviteToInterview = (
  application: string,
  { times, minutes, how, place }: { times: string[]; minutes: number; how: InterviewWay; place: string },
) => act('invite_to_interview', { application, times, minutes, how, place: place.trim() });

/** Keeps what was written in the talk, and only that. Answers all that is noted, so nothing is read anew. @throws Refusal */
export const noteInterview = (application: string, notes: InterviewNotes) =>
  keep<InterviewNotes>('note_interview', { application, notes });

/** Notes that somebody else's help is needed first; only coordinators read it. Empty takes it away. @throws Refusal */
export const flagConcern = (application: string, concern: string) =>
  act('flag_concern', { application, concern: concern.trim() });

/** Lets a rule count as met; who did and why is kept. @throws Refusal */
export const overrideRule = (application: string, rule: string, reason: string) =>
  act('override_rule', { application, rule, reason: reason.trim() });

/** Counts the talk as held although parts of its guide are open; the reason is kept. The decision or the tick that waits
 * for it comes right after, so nothing is read anew. @throws Refusal `interview_whole` */
export const countInterview = (application: string, reason: string) =>
  keep('count_interview', { application, reason: reason.trim() });

/** Decides, and sends the letter. @throws Refusal `application_decided` if a colleague was quicker, `rules_unmet`,
 * `interview_incomplete` */
export const decideApplication = (
  { id, status }: Pick<Application, 'id' | 'status'>,
  { decision, reason, letter }: { decision: string; reason: string; letter: string },
) =>
  act('decide_application', {
    application: id,
    decision,
    reason,
    letter: letter.trim(),
    seen_status: status,
  });
