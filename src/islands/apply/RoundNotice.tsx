import type { PageProgramme } from '../../features/applications/model.ts';
import type { Round } from '../../features/applications/rows.ts';
import { useSay } from '../../ui/words.tsx';
import { Remind } from './Remind.tsx';
import { roundDays } from './round-days.ts';

interface Props {
  programme: PageProgramme;
  /** The open one, or the next. */
  round: Round | null;
  signedIn: boolean;
  /** Whether I want to be reminded of the next round. */
  reminded: boolean;
}

/** Whether one can join now; if not, when, and what one can do today. Nothing where one may apply every day. */
export function RoundNotice({ programme: { key, rounds }, round, signedIn, reminded }: Props) {
  const say = useSay();
  if (!rounds || !round) return null;
  const days = roundDays(say.lang, round);
  if (round.open) return <p class="round-told">{say('round.open', days)}</p>;
  return (
    <div class="round-told">
      <p>
        <strong>{say('round.closed', days)}</strong>
      </p>
      <p>{say(`round.${rounds.while_closed}`)}</p>
      {signedIn ? (
        <Remind key={key} programme={key} opens={round.opens_on} wanted={reminded} />
      ) : (
        <p>{say('round.remind.sign-in')}</p>
      )}
    </div>
  );
}
