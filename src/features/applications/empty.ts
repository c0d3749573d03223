import { isVisible } from '../../lib/bidi.ts';
import type { Held } from './model.ts';

/** Nothing typed, ticked or chosen: in a list, nothing in any line of it. */
export function isEmpty(held: Held): boolean {
  if (typeof held === 'boolean') return !held;
  if (typeof held === 'string') return !isVisible(held);
  if (Array.isArray(held))
    return held.every((one) => typeof one !== 'string' && Object.values(one).every(isBlank));
  return held.level === '';
}

const isBlank = (part: string | string[]) => typeof part !== 'string' || !isVisible(part);
