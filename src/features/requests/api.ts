import { act } from '../../lib/api/client.ts';

/** A mentee asks a mentor. Answers the request's id. @throws Refusal */
export const sendRequest = (mentor: string, message: string) =>
  act<string>('send_request', { mentor, message });
export const withdrawRequest = (request: string) => act('withdraw_request', { request });
export const replyToRequest = (request: string, reply: string) => act('reply_to_request', { request, reply });

/** A coordinator's proposal: the mentee says yes with her own message, or no. */
export const acceptProposal = (request: string, message: string) =>
  act('accept_proposal', { request, message });
export const declineProposal = (request: string) => act('decline_proposal', { request });

/** A mentor's three answers. A yes answers the trial's id. */
export const acceptRequest = (request: string) => act<string>('accept_request', { request });
export const declineRequest = (request: string, reason: string, block: boolean) =>
  act('decline_request', { request, reason, block });
export const askAboutRequest = (request: string, question: string) =>
  act('ask_about_request', { request, question });
