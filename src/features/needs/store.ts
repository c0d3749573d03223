import { screen, type Screen } from '../../lib/api/screen.ts';
import { openInvitation, readOpenNeeds } from './api.ts';
import type { OpenInvitation, OpenNeed } from './model.ts';

/** The calls anybody may read. */
export const openNeeds: Screen<OpenNeed[]> = screen(readOpenNeeds);

/** What the secret in the address opens; null where there is none. It is read once and kept by nobody. */
export const invitationBehind = (secret: string): Screen<OpenInvitation | null> =>
  screen(async () => (secret ? openInvitation(secret) : null));
