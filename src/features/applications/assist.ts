import * as z from 'zod/mini';
import { looksLikeAddress } from '../../lib/address.ts';
import { locales, type Locale } from '../../schemas/vocabulary.ts';

/** The wording that is read aloud, `applications.consent.<nr>`, as `private.spoken_consent` has it. */
export const spokenConsent = 1;

export const waysToTalk = ['phone', 'in-person'] as const;

/** What a coordinator fills in before the first question. */
export interface Beginning {
  programme: string;
  shown_name: string;
  address: string;
  locale: Locale;
  how: string;
  /** The sentence was read aloud, and the person said yes. */
  consent: boolean;
}

const custom = (key: string) => ({ params: { key } });

/** The shape of `begin_assisted`. */
export const beginningShape = z.object({
  programme: z.string().check(z.refine((key) => key !== '', custom('apply.choose-one'))),
  shown_name: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
  address: z.string().check(z.refine(looksLikeAddress, custom('assist.address.wrong'))),
  locale: z.enum(locales),
  how: z.string().check(z.refine((how) => waysToTalk.some((way) => way === how), custom('apply.choose-one'))),
  consent: z.boolean().check(z.refine((said) => said, custom('assist.consent.needed'))),
});
