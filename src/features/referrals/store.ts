import { atom } from 'nanostores';
import { screen, screenOnce, type Screen } from '../../lib/api/screen.ts';
import { openPartnerLink, openReferral, readMyReferrals, readPartnerDesk, readReferral } from './api.ts';
import type { MyReferral, PartnerDesk, PartnerLink, ReferralPlace, Shown, Told } from './rows.ts';

/** Where the shown page of referrals begins; null is the oldest. */
export const $after = atom<ReferralPlace | null>(null);

/** The desk's page of partners, read anew after every change. */
export const partnerDesk: Screen<PartnerDesk> = screen(() => readPartnerDesk($after.get()));

/** Looks at another page of what is under way. */
export async function look(after: ReferralPlace | null): Promise<void> {
  $after.set(after);
  await partnerDesk.reload();
}

/** Referrals I have taken over, read anew after every change. */
export const myReferrals: Screen<MyReferral[]> = screen(readMyReferrals);

/** What the secret of a link opens; read once, as somebody writes or decides on it. */
export const partnerLink = (secret: string): Screen<PartnerLink> => screenOnce(() => openPartnerLink(secret));
export const toldAbout = (secret: string): Screen<Told> => screenOnce(() => openReferral(secret));
export const shownOf = (secret: string): Screen<Shown> => screen(() => readReferral(secret));
