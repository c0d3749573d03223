import type { Affair, PlaceAtDesk } from '../../features/desk/people-model.ts';
import { dateWords, dayWords, momentWords } from '../../lib/dates.ts';
import type { Say } from '../../ui/words.tsx';

export const fullName = ({ name, surname }: { name: string; surname: string | null }) =>
  surname ? `${name} ${surname}` : name;

/** What somebody is in with whom, since when and until when, in a sentence. */
export function affairWords(say: Say, part: PlaceAtDesk['part'], affair: Affair): string {
  const name = affair.with ?? say(part === 'mentee' ? 'desk.unseen.mentor' : 'desk.unseen.mentee');
  const { kind, status, until } = affair;
  const since = dateWords(say.lang, affair.since);
  if (kind === 'match')
    return status === 'active' && until
      ? say('desk-people.match', { name, since, until: dateWords(say.lang, until) })
      : say('desk-people.match.awaiting', { name });
  if (kind === 'trial')
    return status === 'agreed' && until
      ? say('desk-people.trial.agreed', { name, moment: momentWords(say.lang, until) })
      : status === 'planning' && until
        ? say('desk-people.trial.planning', { name, until: dayWords(say.lang, until) })
        : say(`desk-people.trial.${status === 'awaiting' ? 'awaiting' : 'undecided'}`, { name });
  const day = dayWords(say.lang, until);
  if (status === 'proposed') return say('desk-people.request.proposed', { name, until: day });
  return say(`desk-people.request.${part}`, { name, since, until: day });
}

/** What else there is to say of a place: who waits, has room or a pause, gets ready, has left, or is in a pair with me. */
export function restWords(say: Say, { doing, standing, since, free, paused_until }: PlaceAtDesk): string[] {
  const said = [];
  if (doing.includes('own')) said.push(say('desk-people.own'));
  if (doing.includes('waiting'))
    said.push(
      since
        ? say('desk-people.waits', { since: dateWords(say.lang, since) })
        : say('desk-people.doing.waiting'),
    );
  if (doing.includes('paused'))
    said.push(
      paused_until
        ? say('desk-people.paused.until', { until: dateWords(say.lang, paused_until) })
        : say('desk-people.paused'),
    );
  if (doing.includes('free') && free !== null) said.push(say('desk-people.free', { count: free }));
  if (standing !== 'approved') said.push(say(`desk-people.${standing}`));
  return said;
}
