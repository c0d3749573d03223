import { act } from '../../lib/api/client.ts';

/** Either of the two may end it, without consequence. @throws Refusal */
export const endMatch = (match: string, reason: string) => act('end_match', { match, reason });

/** A coordinator's three. */
export const approveMatch = (match: string) => act('approve_match', { match });
export const extendMatch = (match: string) => act('extend_match', { match });
export const stopMatch = (match: string, reason: string) => act('stop_match', { match, reason });
