import * as z from 'zod/mini';
import { looksLikeAddress } from '../../lib/address.ts';
import { isVisible } from '../../lib/bidi.ts';
import { path } from '../../lib/urls.ts';
import { partnerKinds, referralConsents, referralReasons, shareLevels } from '../../schemas/referral.ts';
import { locales } from '../../schemas/vocabulary.ts';
import type { Check, SelfCheck } from './rows.ts';

/** Lengths, as the constraints in `53_referrals.sql` have them. */
export const limits = {
  partner_name: { min: 2, max: 80 },
  referred_name: { min: 1, max: 40 },
  referred_comment: { min: 1, max: 500 },
};

/** What a partner sees: no more than that it has arrived or ended, unless the person shares more. */
export type ApplicationState = 'open' | 'ended' | 'applied' | 'accepted' | 'redirected' | 'declined';

export const checks = ['yes', 'no', 'unknown'] as const;

/** The sentence people say yes to now; those who said yes to an earlier one still read theirs. */
export const consentNow = referralConsents[referralConsents.length - 1] ?? 'said-yes-1';

/** What a partner fills in. How the rules came out stands under `rule-<rule>`; empty is not looked at. */
export interface Referring {
  [rule: `rule-${string}`]: Check | '';
  understands: string;
  wants: string;
  name: string;
  locale: string;
  way: string;
  address: string;
  phone: string;
  comment: string;
  consent: boolean;
}

export const referringStart = (rules: readonly string[], locale: string): Referring => ({
  ...Object.fromEntries(rules.map((rule) => [`rule-${rule}`, ''])),
  understands: '',
  wants: '',
  name: '',
  locale,
  way: 'mail',
  address: '',
  phone: '',
  comment: '',
  consent: false,
});

const length = ({ min, max }: { min: number; max: number }) =>
  z
    .string()
    .check(
      z.trim(),
      z.minLength(min, { abort: true }),
      z.maxLength(max),
      z.refine(isVisible, { params: { key: 'form.missing' } }),
    );
const phone = /^\s*\+?[0-9 ()-]{5,20}\s*$/;

/** The form of `refer`. Only the way the person is reached has to be filled in. */
export const referring = z
  .object({
    understands: z.enum(['yes', 'unsure']),
    wants: z.enum(['yes', 'unsure']),
    name: length(limits.referred_name),
    locale: z.enum(locales),
    way: z.enum(['mail', 'phone']),
    address: z.string(),
    phone: z.string(),
    comment: z.string().check(z.trim(), z.maxLength(limits.referred_comment.max)),
    consent: z.boolean().check(z.refine((said) => said, { params: { key: 'refer.consent.needed' } })),
  })
  .check(
    z.refine(({ way, address }) => way !== 'mail' || looksLikeAddress(address), {
      path: ['address'],
      params: { key: 'refusal.address_invalid' },
    }),
    z.refine(({ way, phone: typed }) => way !== 'phone' || phone.test(typed), {
      path: ['phone'],
      params: { key: 'refusal.phone_shape' },
    }),
  );

/** How the rules came out, those alone that were looked at. */
export function selfCheckOf(typed: Referring, rules: readonly string[]): SelfCheck {
  const looked = rules.map((rule) => [rule, typed[`rule-${rule}`]] as const);
  return Object.fromEntries(looked.filter((one): one is readonly [string, Check] => Boolean(one[1])));
}

/** Whether another programme may fit better. */
export const looksElsewhere = (found: SelfCheck): boolean =>
  Object.values(found).some((one) => one !== 'yes');

export const addPartner = z.object({
  desk: z.string().check(z.minLength(1)),
  name: length(limits.partner_name),
  kind: z.enum(partnerKinds),
});
export const notePartnerTalk = z.object({ day: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)) });
export const closeReferral = z.object({ reason: z.enum(referralReasons) });
export const shareReferral = z.object({ level: z.enum(shareLevels) });

/** The pages links open; the secret stands in the fragment, which no server ever sees. */
export const linkTo = {
  refer: (origin: string, lang: string, secret: string) => `${origin}${path(lang, 'refer')}#${secret}`,
  status: (origin: string, lang: string, secret: string) =>
    `${origin}${path(lang, 'refer', 'status')}#${secret}`,
  person: (origin: string, lang: string, secret: string) => `${origin}${path(lang, 'referral')}#${secret}`,
};

/** The secret an address carries; empty where there is none. */
export const secretIn = (hash: string): string => /^#([\w-]{20,100})$/.exec(hash.trim())?.[1] ?? '';

/** `highly-skilled/no-11` as the arguments of `add_partner`. */
export function deskParts(desk: string): { programme: string; region: string | null } {
  const [programme = '', region] = desk.split('/');
  return { programme, region: region ?? null };
}
