import { useEffect, useState } from 'preact/hooks';
import type { Names } from '../../features/names/model.ts';
import { preparationAt } from '../../features/onboarding/model.ts';
import { preparationsIn, type Start } from '../../features/onboarding/store.ts';
import { path } from '../../lib/urls.ts';
import { Island } from '../../ui/Island.tsx';
import { keepAddress } from '../../ui/keep-address.ts';
import { ScreenOf } from '../../ui/ScreenOf.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useSay, type Spoken } from '../../ui/words.tsx';
import { useStep } from '../apply/useStep.ts';
import { NamesOf } from '../fit/names.tsx';
import { Going } from './Going.tsx';

/** Getting ready: one step at a time, from where I stopped. */
export default function Ready({ names, ...spoken }: Spoken & { names: Names }) {
  const [start, open] = useState<ReturnType<typeof preparationsIn> | null>(null);
  useEffect(() => {
    open(preparationsIn(spoken.lang));
    return keepAddress();
  }, []);
  return (
    <Island {...spoken}>
      <NamesOf.Provider value={names}>
        <div class="apply ready">
          {start ? (
            <ScreenOf of={start} lines={8}>
              {(all) => <Mine {...all} />}
            </ScreenOf>
          ) : (
            <Skeleton lines={8} />
          )}
        </div>
      </NamesOf.Provider>
    </Island>
  );
}

function Mine({ preparations, about, picture, drafts }: Start) {
  const say = useSay();
  const [asked] = useStep();
  const preparation = preparationAt(preparations, asked);
  const programme = preparation && about[preparation.programme];
  if (!preparation || !programme)
    return (
      <section class="state">
        <h2>{say('ready.none')}</h2>
        <p>{say('ready.none.text')}</p>
        <a class="button" href={path(say.lang, 'my')}>
          {say('ready.end.my')}
        </a>
      </section>
    );
  return (
    <Going
      key={preparation.part}
      preparation={preparation}
      programme={programme}
      picture={picture}
      drafts={drafts}
    />
  );
}
