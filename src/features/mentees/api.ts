import { act } from '../../lib/api/client.ts';
import type { Standing } from '../../lib/api/rows.ts';

/** Saves my mentee profile whole; answers where it stands. @throws Refusal `not_a_mentee` */
export const saveMenteeProfile = (profile: object) => act<Standing>('save_mentee_profile', profile);
