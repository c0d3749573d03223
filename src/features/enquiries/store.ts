import { screen } from '../../lib/api/screen.ts';
import { readEnquiryDesk } from './api.ts';

/** What visitors ask my desks, read anew after every change. */
export const enquiryDesk = screen(readEnquiryDesk);
