import { useStore } from '../../ui/useStore.ts';
import { useEffect, useState } from 'preact/hooks';
import { look, open, queue, sieveOf } from '../../features/applications/desk-store.ts';
import type { Names } from '../../features/names/model.ts';
import { keepAddress } from '../../ui/keep-address.ts';
import { Island } from '../../ui/Island.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import type { Spoken } from '../../ui/words.tsx';
import { ProgrammeNames } from '../desk/labels.tsx';
import { NotMine } from '../desk/NotMine.tsx';
import { NamesOf } from '../fit/names.tsx';
import { Known, type Knowing } from './known.ts';
import { Work } from './Work.tsx';

interface Props extends Spoken {
  names: Names;
  known: Knowing;
}

/** The applications at my desks. The address holds the heap and the open one, so back, reload and a sent link work. */
export default function Applications({ names, known, ...spoken }: Props) {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const follow = () => open(/^#([0-9a-f-]{36})$/.exec(location.hash)?.[1] ?? null);
    const back = () => void look(sieveOf(location.search));
    back();
    follow();
    setReady(true);
    addEventListener('hashchange', follow);
    addEventListener('popstate', follow);
    const stop = keepAddress();
    return () => {
      stop();
      removeEventListener('hashchange', follow);
      removeEventListener('popstate', follow);
    };
  }, []);
  return (
    <Island {...spoken}>
      <NamesOf.Provider value={names}>
        <ProgrammeNames.Provider value={known.programmes[spoken.lang]}>
          <Known.Provider value={known}>{ready ? <Mine /> : <Skeleton lines={8} />}</Known.Provider>
        </ProgrammeNames.Provider>
      </NamesOf.Provider>
    </Island>
  );
}

function Mine() {
  const seen = useStore(queue.$seen);
  const strange = seen.at === 'refused' && seen.refusal.key === 'not_a_coordinator';
  return strange ? <NotMine /> : <Work />;
}
