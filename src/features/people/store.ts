import type { MyPage } from '../../lib/api/rows.ts';
import { screen, type Screen } from '../../lib/api/screen.ts';
import { readMyPage } from './api.ts';

/** My page: requests, trials, matches, profiles and drafts, read anew after every change. */
export const myPage: Screen<MyPage> = screen(readMyPage);
