import { number } from '../../i18n/format.ts';
import type { Programme } from '../../schemas/programme.ts';
import type { Row, Telling } from './frame.ts';

/** Limits and deadlines, so that nobody waits without knowing how long. */
export function limits(programme: Programme, telling: Telling): Row[] {
  const { say, lang } = telling;
  const rules = programme.limits;
  const days = { count: rules.expiry_days };
  const [remind, call, decide] = rules.never_met_days;
  const self = programme.matching.modes.includes('self');
  return [
    self
      ? {
          label: say('open'),
          lines: [
            say('open.count', { count: rules.open_requests }),
            say('open.mentor', { count: rules.pending_requests }),
          ],
        }
      : { label: say('proposal'), lines: [say('proposal.answer', days)] },
    {
      label: say('reply'),
      lines: [
        say('reply.nudge', { count: rules.nudge_days }),
        say(self ? 'reply.expiry' : 'reply.within', days),
      ],
    },
    {
      label: say('trial'),
      lines: [
        say('trial.days', { count: rules.never_met_days[1] }),
        say('trial.never-met', {
          remind: number(lang, remind),
          call: number(lang, call),
          decide: number(lang, decide),
        }),
        say('trial.answer', { count: rules.answer_days }),
      ],
    },
    { label: say('capacity'), lines: [capacity(programme, telling)] },
    { label: say('again'), lines: [say('again.days', { count: rules.again_days })] },
  ];
}

function capacity(programme: Programme, { say }: Telling): string {
  const { capacity: from, capacity_max: to } = programme.limits;
  return from === to ? say('capacity.same', { from }) : say('capacity.upto', { from, to });
}

/** Who asks what, and on which day of the match: a plan that coordinators keep, as nothing here reminds them of it. */
export function followUp(programme: Programme, { say, lang }: Telling): Row[] {
  const { silence_days: count } = programme.limits;
  return [
    { label: say('follow.who'), lines: [say('follow.by-hand')] },
    ...programme.follow_up.map(({ day, what }) => ({
      label: say('day', { day: number(lang, day) }),
      lines: [say(`follow.${what}`)],
    })),
    { label: say('silence'), lines: [say('silence.days', { count })] },
  ];
}
