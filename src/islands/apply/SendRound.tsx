import { maySend } from '../../features/applications/rounds.ts';
import { useSay } from '../../ui/words.tsx';
import { Remind } from './Remind.tsx';
import { roundDays } from './round-days.ts';
import type { Applying } from './Steps.tsx';

type Props = Pick<Applying, 'application' | 'programme' | 'reminded'>;

/** What sending means while the round is not open yet; nothing while it is. */
export function SendRound({ application: { round }, programme, reminded }: Props) {
  const say = useSay();
  if (!programme.rounds || !round || round.open) return null;
  const days = roundDays(say.lang, round);
  if (maySend(programme.rounds, round)) return <p>{say('round.send', days)}</p>;
  return (
    <div class="round-told">
      <p>{say('round.send-from', days)}</p>
      {reminded !== undefined && (
        <Remind programme={programme.key} opens={round.opens_on} wanted={reminded} />
      )}
    </div>
  );
}
