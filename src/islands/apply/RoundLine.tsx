import type { MyApplication } from '../../features/applications/rows.ts';
import { dateField } from '../../lib/dates.ts';
import { useSay } from '../../ui/words.tsx';
import { Remind } from './Remind.tsx';
import { roundDays } from './round-days.ts';

interface Props {
  application: MyApplication;
  /** Whether I want to be told when the round opens. */
  reminded: boolean;
}

/** When my round opens and its courses start. Nothing in a programme that takes people in every day. */
export function RoundLine({ application: { round, status, waits, programme }, reminded }: Props) {
  const say = useSay();
  if (!round) return null;
  const { opens_on, open } = round;
  const days = roundDays(say.lang, round);
  const ahead = opens_on > dateField(new Date());
  if (status === 'draft')
    return (
      <div class="round-told">
        <p>{say(open ? 'round.open' : 'round.closed', days)}</p>
        {!open && <Remind programme={programme} opens={opens_on} wanted={reminded} />}
      </div>
    );
  const key = !ahead ? 'round.starts' : waits ? 'round.next' : 'round.waits';
  return (
    <>
      <p>{say(key, days)}</p>
      {waits && <p class="soft">{say('round.order')}</p>}
    </>
  );
}
