import { useStore } from '../../ui/useStore.ts';
import { $way, imports } from '../../features/imports/store.ts';
import type { MyImports } from '../../features/imports/model.ts';
import { Island } from '../../ui/Island.tsx';
import { ScreenOf } from '../../ui/ScreenOf.tsx';
import type { Spoken } from '../../ui/words.tsx';
import { ProgrammeNames } from '../desk/labels.tsx';
import { NotMine } from '../desk/NotMine.tsx';
import { ChooseFile } from './ChooseFile.tsx';
import { Columns } from './Columns.tsx';
import { Done } from './Done.tsx';
import { Look } from './Look.tsx';
import { Past } from './Past.tsx';
import { Regions } from './regions.ts';
import { Steps } from './Steps.tsx';

interface Props extends Spoken {
  programmes: Record<string, string>;
  /** Where each programme works: of two towns with one name, its own is meant. */
  regions: Record<string, string[]>;
}

/** Brings people in out of a spreadsheet: a file, its columns, a look at every row, and only then people. */
export default function Imports({ programmes, regions, ...spoken }: Props) {
  return (
    <Island {...spoken}>
      <ProgrammeNames.Provider value={programmes}>
        <Regions.Provider value={regions}>
          <Mine />
        </Regions.Provider>
      </ProgrammeNames.Provider>
    </Island>
  );
}

function Mine() {
  const seen = useStore(imports.$seen);
  if (seen.at === 'refused' && seen.refusal.key === 'not_a_coordinator') return <NotMine />;
  return <ScreenOf of={imports}>{(mine) => <Work mine={mine} />}</ScreenOf>;
}

function Work({ mine }: { mine: MyImports }) {
  const way = useStore($way);
  return (
    <div class="import">
      <Steps at={way.at} />
      {way.at === 'file' && <ChooseFile mine={mine} />}
      {way.at === 'columns' && <Columns chosen={way.chosen} />}
      {way.at === 'look' && <Look chosen={way.chosen} looked={way.looked} />}
      {way.at === 'done' && <Done ran={way.ran} />}
      {(way.at === 'file' || way.at === 'done') && <Past imports={mine.imports} />}
    </div>
  );
}
