import { screen } from '../../lib/api/screen.ts';
import { readNewsletterDesk } from './desk-api.ts';

/** The newsletters of my desks, read anew after every change. */
export const newsletterDesk = screen(readNewsletterDesk);
