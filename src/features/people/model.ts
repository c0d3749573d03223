import * as z from 'zod/mini';
import { contactKinds, genders, locales } from '../../schemas/vocabulary.ts';

/** Lengths, as the constraints in `20_people.sql` have them. */
export const limits = { shown_name: { min: 1, max: 40 }, surname: { min: 1, max: 80 } };

export const saveContact = z
  .object({
    surname: z.string().check(z.trim(), z.maxLength(limits.surname.max)),
    phone: z.string().check(z.trim(), z.regex(/^(\+?[0-9 ()-]{5,20})?$/)),
    gender: z.enum(genders),
    contact: z.enum(contactKinds),
  })
  .check(
    z.refine(({ contact, phone }) => contact !== 'phone' || phone !== '', {
      path: ['phone'],
      params: { key: 'form.phone-needed' },
    }),
  );

export const chooseLocale = z.object({ locale: z.enum(locales) });
