/** The closed lists are the same in TypeScript and in SQL, in the same order where the order is the number. */
import { describe, expect, test } from 'vitest';
import type { ApplicationStatus } from '../../src/features/applications/rows.ts';
import type { ImportStatus } from '../../src/features/imports/model.ts';
import type { ReferralStatus } from '../../src/features/referrals/rows.ts';
import { enums, type Database } from '../../src/lib/api/database.ts';
import type { Mark, MatchRow, RequestStatus, Standing, TrialStatus } from '../../src/lib/api/rows.ts';
import * as barrier from '../../src/schemas/barrier.ts';
import { enquiryTopics } from '../../src/schemas/enquiry.ts';
import { expectedThings } from '../../src/schemas/expected-things.ts';
import { newsletterAudiences } from '../../src/schemas/newsletter.ts';
import { gates, ownSteps } from '../../src/schemas/onboarding-steps.ts';
import * as reasons from '../../src/schemas/reasons.ts';
import * as referral from '../../src/schemas/referral.ts';
import { sharedFacts } from '../../src/schemas/shared-facts.ts';
import * as vocabulary from '../../src/schemas/vocabulary.ts';
import { filesIn, textOf } from './files.ts';

const sql = filesIn(['supabase/schemas'], /\.sql$/)
  .map(textOf)
  .join('\n');
const quoted = (text: string) => [...text.matchAll(/'([^']+)'/g)].map(([, item]) => item!);

/** The list a `private.<name>()` answers. */
function listOf(name: string): string[] {
  const body = new RegExp(
    `create function private\\.${name}\\(\\)[\\s\\S]*?select array\\[([\\s\\S]*?)\\]`,
  ).exec(sql);
  return quoted(body?.[1] ?? '');
}

/** The list a named check constraint allows. */
function allowedBy(constraint: string): string[] {
  const body = new RegExp(`constraint ${constraint} check \\(\\w+ in\\s*\\(([^)]*)\\)`).exec(sql);
  return quoted(body?.[1] ?? '');
}

describe('lists whose order is a number', () => {
  test.each([
    ['spoken_languages', vocabulary.spokenLanguages],
    ['levels', vocabulary.levels],
    ['topics', vocabulary.topics],
    ['interests', vocabulary.interests],
    ['formats', vocabulary.formats],
    ['locales', vocabulary.locales],
    ['expected_things', expectedThings],
    ['gates', gates],
  ])('private.%s()', (name, list) => {
    expect(listOf(name)).toEqual([...list]);
  });
});

test('what can be shared of a background', () => {
  const body = /create function private\.shared_facts\([\s\S]*?case([\s\S]*?)end/.exec(sql)?.[1] ?? '';
  expect(quoted(body)).toEqual(Object.entries(sharedFacts).flatMap(([part, list]) => [part, ...list]));
});

describe('lists a constraint keeps', () => {
  test.each([
    ['enquiry_topic_is_known', enquiryTopics],
    ['newsletter_audience_is_known', newsletterAudiences],
    ['barrier_kind_is_known', barrier.barrierKinds],
    ['barrier_stage_is_known', barrier.barrierStages],
    ['barrier_country_is_known', barrier.barrierCountries],
    ['gender_is_known', vocabulary.genders],
    ['contact_is_known', vocabulary.contactKinds],
    ['mentee_prefers_is_known', vocabulary.migrationPreferences],
    ['mentee_prefers_gender_is_known', vocabulary.genderPreferences],
    ['mentee_prefers_tongue_is_known', vocabulary.tonguePreferences],
    ['reason_is_known', reasons.declineReasons],
    ['verdict_reason_is_known', reasons.notUsReasons],
    ['ending_reason_is_known', reasons.endReasons],
    ['partner_kind_is_known', referral.partnerKinds],
    ['referral_reason_is_known', [...referral.referralReasons, ...referral.neverBegan]],
    ['referral_shares_is_known', referral.shareLevels],
    ['referral_consent_is_known', referral.referralConsents],
    ['preparation_step_is_known', [...ownSteps, ...gates]],
    ['mark_is_known', ['favourite', 'hidden', 'blocked'] satisfies Mark[]],
  ])('%s', (constraint, list) => {
    expect(allowedBy(constraint)).toEqual([...list]);
  });
});

/** True where two types are the same; the type check fails otherwise. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type States = Database['public']['Enums'];

test('the states the pages know are those of the database', () => {
  const same: [
    Same<RequestStatus, States['request_status']>,
    Same<TrialStatus, States['trial_status']>,
    Same<MatchRow['status'], States['match_status']>,
    Same<Standing, States['standing']>,
    Same<ApplicationStatus, States['application_status']>,
    Same<ImportStatus, States['import_status']>,
    Same<ReferralStatus, States['referral_status']>,
  ] = [true, true, true, true, true, true, true];
  expect(same.length + 1).toBe(Object.keys(enums).length);
});
