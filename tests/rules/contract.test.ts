/** Forms and verbs agree: the same limits, the same arguments, and no verb called that is not there. */
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { limits as backgroundLimits, saveBackground } from '../../src/features/backgrounds/model.ts';
import { limits as menteeLimits, menteeProfile } from '../../src/features/mentees/model.ts';
import { limits as mentorLimits, mentorProfile, pause } from '../../src/features/mentors/model.ts';
import { chooseLocale, limits as personLimits, saveContact } from '../../src/features/people/model.ts';
import * as request from '../../src/features/requests/model.ts';
import { limits as trialLimits, proposeTrial, sayNotUs } from '../../src/features/trials/model.ts';
import { endMatch } from '../../src/features/matches/model.ts';
import { tellBarrier } from '../../src/features/barriers/model.ts';
import * as desk from '../../src/features/desk/model.ts';
import * as enquiry from '../../src/features/enquiries/model.ts';
import * as introduction from '../../src/features/introductions/model.ts';
import * as newsletter from '../../src/features/newsletters/model.ts';
import * as need from '../../src/features/needs/model.ts';
import { verbs } from '../../src/lib/api/database.ts';
import { filesIn, textOf } from './files.ts';

const sql = filesIn(['supabase/schemas'], /\.sql$/)
  .map(textOf)
  .join('\n');

/** The range a named constraint keeps: `between 20 and 1200`. */
function rangeOf(constraint: string): { min: number; max: number } | null {
  const range = new RegExp(`constraint ${constraint}\\s+check \\(.*?between (\\d+) and (\\d+)`).exec(sql);
  return range && { min: Number(range[1]), max: Number(range[2]) };
}

/** A list in JSON is measured by a function both tables ask. */
function listRange(field: string): { min: number; max: number } | null {
  const range = new RegExp(`jsonb_array_length\\(${field}\\) between (\\d+) and (\\d+)`).exec(sql);
  return range && { min: Number(range[1]), max: Number(range[2]) };
}

describe('limits are those of the constraints', () => {
  const { shown_name, ...mentor } = mentorLimits;
  const { shown_name: again, ...mentee } = menteeLimits;
  const byTable: [prefix: string, limits: Record<string, { min: number; max: number }>][] = [
    ['', { ...personLimits, shown_name }],
    ['', { shown_name: again }],
    ['mentor_', mentor],
    ['mentee_', mentee],
    ['', request.limits],
    ['trial_', trialLimits],
    ['background_', backgroundLimits],
    ['', need.limits],
    ['', enquiry.limits],
    ['', introduction.limits],
    ['', newsletter.limits],
  ];
  const cases = byTable.flatMap(([prefix, limits]) =>
    Object.entries(limits).map(([field, limit]) => [`${prefix}${field}`, limit] as const),
  );
  test.each(cases)('%s', (name, limit) => {
    const found = ['_length', '_range', 's_are_known', '_are_known']
      .map((ending) => rangeOf(`${name}${ending}`))
      .find(Boolean);
    expect(
      found ?? listRange(name.replace(/^ment(or|ee)_/, '')),
      `a constraint ${name}_length or ${name}_range`,
    ).toEqual(limit);
  });
});

test('the limits of what a desk writes are those of its verb, as no table keeps it', () => {
  const [, min, max] = /char_length\(said\) between (\d+) and (\d+)/.exec(sql) ?? [];
  expect(desk.written).toEqual({ min: Number(min), max: Number(max) });
});

describe('what a form asks for are arguments of its verb', () => {
  const fields = (schema: { shape: object }) => Object.keys(schema.shape);
  const whole: [keyof typeof verbs, string[]][] = [
    ['save_mentor_profile', fields(mentorProfile)],
    ['save_mentee_profile', fields(menteeProfile)],
    ['save_contact', fields(saveContact)],
    ['choose_locale', fields(chooseLocale)],
    ['pause', fields(pause)],
  ];
  test.each(whole)('%s: the whole form', (verb, asked) => {
    expect([...asked].sort()).toEqual([...verbs[verb]].sort());
  });

  const part: [keyof typeof verbs, string[]][] = [
    ['send_request', fields(request.sendRequest)],
    ['ask_about_request', fields(request.askAboutRequest)],
    ['reply_to_request', fields(request.replyToRequest)],
    ['decline_request', fields(request.declineRequest)],
    // Day and time of the form together are `starts_at`.
    ['propose_trial', fields(proposeTrial).filter((field) => field !== 'day' && field !== 'time')],
    ['say_not_us', fields(sayNotUs)],
    // The page knows its language.
    ['save_background', fields(saveBackground)],
    ['end_match', fields(endMatch)],
    ['tell_barrier', fields(tellBarrier)],
    ['ask_us', fields(enquiry.askUs)],
    ['answer_enquiry', fields(enquiry.answerEnquiry)],
    ['write_to_person', fields(desk.writeToPerson)],
    ['show_introduction', fields(introduction.showIntroduction)],
    ['stop_introduction', fields(desk.writeToPerson)],
    ['begin_newsletter', fields(newsletter.beginNewsletter)],
    ['write_newsletter', fields(newsletter.writeNewsletter)],
    ['raise_need', fields(need.raiseNeed(true))],
    ['close_need', fields(need.closeNeed)],
    ['invite_company', fields(need.inviteCompany)],
    ['renew_invitation', fields(need.renewInvitation)],
  ];
  test.each(part)('%s: the words; ids come from the page', (verb, asked) => {
    expect(verbs[verb]).toEqual(expect.arrayContaining(asked));
  });
});

interface Call {
  where: string;
  verb: string;
  args: string[] | null;
}

/** Every call of a verb with its name written out (`read`, `keep`, `act`, `visit`); the arguments are null where they are not. */
function callsIn(path: string): Call[] {
  const calls: Call[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isCallExpression(node) &&
      ts.isIdentifier(node.expression) &&
      /^(read|keep|act|visit)$/.test(node.expression.text)
    ) {
      const [verb, args] = node.arguments;
      if (verb && ts.isStringLiteral(verb)) {
        const names =
          args && ts.isObjectLiteralExpression(args) ? args.properties.map((p) => p.name!.getText()) : null;
        calls.push({ where: path, verb: verb.text, args: args ? names : [] });
      }
    }
    node.forEachChild(visit);
  };
  visit(ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest, true));
  return calls;
}

describe('calls', () => {
  const calls = filesIn(['src/features'], /^(\w+-)?api\.ts$/).flatMap(callsIn);
  const doc = textOf('docs/api.md');
  const optional = new Set([...doc.matchAll(/`(\w+): [^`]+ = null`/g)].map(([, name]) => name!));

  test('every call names a verb and its arguments', () => {
    expect(calls.length).toBeGreaterThan(20);
    const wrong = calls.flatMap(({ where, verb, args }) => {
      const known = (verbs as Record<string, readonly string[]>)[verb];
      if (!known) return [`${where}: there is no ${verb}`];
      if (!args) return [];
      const strange = args.filter((name) => !known.includes(name));
      const missing = known.filter((name) => !args.includes(name) && !optional.has(name));
      return strange.length + missing.length === 0
        ? []
        : [`${where}: ${verb} has ${known.join(', ')}, not ${args.join(', ')}`];
    });
    expect(wrong).toEqual([]);
  });

  test('every verb is called by some page', () => {
    const called = new Set(calls.map(({ verb }) => verb));
    expect(Object.keys(verbs).filter((verb) => !called.has(verb))).toEqual([]);
  });
});
