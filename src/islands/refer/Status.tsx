import { useEffect, useMemo } from 'preact/hooks';
import { secretIn } from '../../features/referrals/model.ts';
import type { Shown } from '../../features/referrals/rows.ts';
import { shownOf } from '../../features/referrals/store.ts';
import { dateWords } from '../../lib/dates.ts';
import { Island } from '../../ui/Island.tsx';
import { keepAddress } from '../../ui/keep-address.ts';
import { ScreenOf } from '../../ui/ScreenOf.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useSecret } from '../../ui/useSecret.ts';
import { useSay, type Spoken } from '../../ui/words.tsx';
import { NoLink } from './NoLink.tsx';

interface Props extends Spoken {
  programmes: Record<string, { title: string }>;
}

/** What the partner may see of one referral: what the person shares, and nothing else. */
export default function Status({ programmes, ...spoken }: Props) {
  const secret = useSecret(secretIn);
  useEffect(keepAddress, []);
  const shown = useMemo(() => (secret ? shownOf(secret) : null), [secret]);
  return (
    <Island {...spoken}>
      {secret === null && <Skeleton lines={4} />}
      {secret === '' && <NoLink title="refer.none" text="refer.none.text" />}
      {shown && (
        <ScreenOf of={shown} lines={4}>
          {(data) => <State shown={data} title={programmes[data.programme]?.title ?? data.programme} />}
        </ScreenOf>
      )}
    </Island>
  );
}

function State({ shown: { code, partner, referred_at: at, state }, title }: { shown: Shown; title: string }) {
  const say = useSay();
  return (
    <section class="state">
      <p class="kicker">{say('refer.status.code', { code })}</p>
      <h2>{say(`refer.state.${state}`)}</h2>
      <p>{say(`refer.state.${state}.text`)}</p>
      <p class="soft">
        {say('refer.status.made', { partner, day: dateWords(say.lang, at), programme: title })}
      </p>
    </section>
  );
}
