import { screen } from '../../lib/api/screen.ts';
import { readBarriers } from './api.ts';

/** What visitors have told of barriers. */
export const barriers = screen(readBarriers);
