import { read, visit } from '../../lib/api/client.ts';
import type { Barriers, Telling } from './model.ts';

/** Tells of a barrier, without an account. @throws Refusal `too_many_today`, `too_many_barriers` */
export const tellBarrier = ({ kind, stage, country, year, field }: Telling) =>
  visit('tell_barrier', { kind, stage, country, year: Number(year), field: field || null });

/** What has been told, in numbers. @throws Refusal `not_a_coordinator` */
export const readBarriers = () => read<Barriers>('barriers');
