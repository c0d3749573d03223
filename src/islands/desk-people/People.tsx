import { useEffect, useState } from 'preact/hooks';
import { $finding, $opened, open } from '../../features/desk/people-store.ts';
import type { Names } from '../../features/names/model.ts';
import { Island } from '../../ui/Island.tsx';
import { keepAddress } from '../../ui/keep-address.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useStore } from '../../ui/useStore.ts';
import type { Spoken } from '../../ui/words.tsx';
import { ProgrammeNames } from '../desk/labels.tsx';
import { NotMine } from '../desk/NotMine.tsx';
import { NamesOf } from '../fit/names.tsx';
import { Find } from './Find.tsx';
import { List } from './List.tsx';
import { Person } from './Person.tsx';

interface Props extends Spoken {
  names: Names;
  programmes: Record<string, string>;
}

/** Everybody at my desks. The address holds who is open, by id alone; whom somebody looks for stands in none. */
export default function People({ names, programmes, ...spoken }: Props) {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const follow = () => open(/^#([0-9a-f-]{36})$/.exec(location.hash)?.[1] ?? null);
    follow();
    setReady(true);
    addEventListener('hashchange', follow);
    const stop = keepAddress();
    return () => {
      stop();
      removeEventListener('hashchange', follow);
    };
  }, []);
  return (
    <Island {...spoken}>
      <NamesOf.Provider value={names}>
        <ProgrammeNames.Provider value={programmes}>
          {ready ? <ListOrPerson /> : <Skeleton lines={8} />}
        </ProgrammeNames.Provider>
      </NamesOf.Provider>
    </Island>
  );
}

function ListOrPerson() {
  const opened = useStore($opened);
  return opened ? <Person key={opened.person} of={opened.screen} /> : <Finding />;
}

function Finding() {
  const { screen } = useStore($finding);
  const seen = useStore(screen.$seen);
  if (seen.at === 'refused' && seen.refusal.key === 'not_a_coordinator') return <NotMine />;
  return (
    <>
      <Find />
      <List of={screen} />
    </>
  );
}
