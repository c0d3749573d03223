import { screen, type Screen } from '../../lib/api/screen.ts';
import { readMyApplications } from './api.ts';
import type { MyApplications } from './rows.ts';

/** My applications, read anew after every change. */
export const myApplications: Screen<MyApplications> = screen(readMyApplications);
