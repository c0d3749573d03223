import * as z from 'zod/mini';
import { endReasons } from '../../schemas/reasons.ts';

export const endMatch = z.object({ reason: z.enum(endReasons) });
