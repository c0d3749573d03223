import { useStore } from '../../ui/useStore.ts';
import { useEffect } from 'preact/hooks';
import { desk } from '../../features/desk/store.ts';
import type { Names } from '../../features/names/model.ts';
import { rememberPlace } from '../../features/session/store.ts';
import { Island } from '../../ui/Island.tsx';
import { ScreenOf } from '../../ui/ScreenOf.tsx';
import type { Spoken } from '../../ui/words.tsx';
import { NamesOf } from '../fit/names.tsx';
import { ProgrammeNames } from './labels.tsx';
import { NotMine } from './NotMine.tsx';
import { Today } from './Today.tsx';

interface Props extends Spoken {
  names: Names;
  programmes: Record<string, string>;
}

/** The coordinator's desk. What fields, places and programmes are called comes with the page. */
export default function Desk({ names, programmes, ...spoken }: Props) {
  return (
    <Island {...spoken}>
      <NamesOf.Provider value={names}>
        <ProgrammeNames.Provider value={programmes}>
          <MyDesk />
        </ProgrammeNames.Provider>
      </NamesOf.Provider>
    </Island>
  );
}

function MyDesk() {
  const seen = useStore(desk.$seen);
  const mine = seen.at === 'ready';
  useEffect(() => {
    if (mine) rememberPlace('desk');
  }, [mine]);
  if (seen.at === 'refused' && seen.refusal.key === 'not_a_coordinator') return <NotMine />;
  return (
    <ScreenOf of={desk} lines={8}>
      {(data) => <Today desk={data} />}
    </ScreenOf>
  );
}
