import type { MyApplication, Round, ToldLater } from '../../features/applications/rows.ts';
import { unmetIn } from '../../features/applications/rules.ts';
import { path } from '../../lib/urls.ts';
import { useSay } from '../../ui/words.tsx';
import { GiveUp } from './GiveUp.tsx';
import { Later } from './Later.tsx';
import { Elsewhere, elsewhereOf, ReadNow, type Named } from './Onwards.tsx';
import { Remind } from './Remind.tsx';
import { roundDays } from './round-days.ts';
import { applyHref } from './words.ts';

interface Props {
  application: MyApplication;
  title: string;
  programmes: readonly Named[];
  /** The programme's open round, or the next; absent where there are none. */
  round: Round | undefined;
  /** Whether I want to be told when it opens. */
  reminded: boolean;
  /** Programmes of which I want to be told when they may fit. */
  fits: readonly ToldLater[];
}

/** Where to go from an answer. */
export function Onward({ application, title, programmes, round, reminded, fits }: Props) {
  const say = useSay();
  const { id, status, part, programme, elsewhere, eligibility, standing } = application;
  const again = (
    <p class="buttons">
      <a class="button quiet" href={path(say.lang, 'programmes')}>
        {say('applications.programmes')}
      </a>
      <a class="button quiet" href={applyHref(say.lang, part, programme)}>
        {say('applications.again')}
      </a>
    </p>
  );
  if (status === 'accepted' && standing === 'left')
    return (
      <>
        <p>{say('applications.given-up')}</p>
        {again}
      </>
    );
  if (status === 'accepted')
    return (
      <>
        <p class="buttons">
          <a class="button" href={path(say.lang, 'my', 'ready')}>
            {say('applications.get-ready')}
          </a>
          <a class="button quiet" href={path(say.lang, 'my')}>
            {say('applications.my')}
          </a>
        </p>
        {standing === 'preparing' && <GiveUp application={application} title={title} />}
      </>
    );
  if (status === 'withdrawn' || status === 'expired') return again;
  const others = elsewhereOf(elsewhere, programmes, programme);
  const wanted = fits.find((one) => one.programme === programme && one.part === part)?.on;
  return (
    <>
      {others.length > 0 && <Elsewhere part={part} others={others} />}
      <Later application={id} programme={programme} on={application.fits_on} wanted={wanted} />
      {part === 'mentee' && round && !round.open && !wanted && (
        <div class="round-told">
          <p>{say('round.closed', roundDays(say.lang, round))}</p>
          <Remind programme={programme} opens={round.opens_on} wanted={reminded} />
        </div>
      )}
      <ReadNow part={part} rules={unmetIn(eligibility)} />
      {again}
    </>
  );
}
