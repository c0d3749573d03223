import { list, month } from '../../i18n/format.ts';
import type { Programme } from '../../schemas/programme.ts';
import { capital } from './frame-course.ts';
import type { Row, Telling } from './frame.ts';

/** The way in: when, by whom, and how soon. */
export function wayIn(programme: Programme, telling: Telling): Row[] {
  const { say } = telling;
  const { referral, interview_minutes: minutes, promise_days: promise } = programme.intake;
  return [
    { label: say('intake'), lines: [intake(programme, telling)] },
    { label: say('referral'), lines: [say(`referral.${referral}`)] },
    {
      label: say('interview'),
      lines: [minutes === null ? say('interview.none') : say('interview.minutes', { count: minutes })],
    },
    { label: say('promise'), lines: [say('promise.days', { count: promise })] },
  ];
}

/** All year, or the months in which a round opens. */
export function intake(programme: Programme, { say, lang }: Telling): string {
  if (programme.intake.mode === 'rolling') return say('intake.rolling');
  return say('intake.rounds', {
    months: list(
      lang,
      programme.intake.rounds.map((index) => month(lang, index)),
    ),
  });
}

/** How two people find each other, who must agree, and what counts in the fit. */
export function matching(programme: Programme, telling: Telling): Row[] {
  const { say } = telling;
  const rules = programme.matching;
  return [
    { label: say('modes'), lines: rules.modes.map((mode) => say(`mode.${mode}`)) },
    { label: say('approval'), lines: [say(`approval.${rules.approval}`)] },
    {
      label: say('course-first'),
      lines: [say(rules.mentor_course_first ? 'course-first.yes' : 'course-first.no')],
    },
    {
      label: say('first-meeting'),
      lines: [say(rules.coordinator_at_first_meeting ? 'first-meeting.yes' : 'first-meeting.no')],
    },
    {
      label: say('gender-wish'),
      lines: [say(rules.ask_gender_preference ? 'gender-wish.yes' : 'gender-wish.no')],
    },
    { label: say('weights'), lines: [weights(programme, telling)] },
  ];
}

function weights(programme: Programme, { say, lang }: Telling): string {
  const percent = new Intl.NumberFormat(lang, { style: 'percent' });
  const heaviestFirst = Object.entries(programme.weights).sort(([, a], [, b]) => b - a);
  const named = heaviestFirst
    .filter(([, weight]) => weight > 0)
    .map(([name, weight]) => {
      const key = `weight.${name}` as `weight.${keyof Programme['weights']}`;
      return say('weight', { name: say(key), percent: percent.format(weight / 100) });
    });
  return capital(list(lang, named));
}
