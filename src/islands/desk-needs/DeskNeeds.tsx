import { useStore } from '../../ui/useStore.ts';
import { programmesOf } from '../../features/applications/queue.ts';
import { look, recruiting, type Recruiting } from '../../features/needs/desk-store.ts';
import { Island } from '../../ui/Island.tsx';
import { ScreenOf } from '../../ui/ScreenOf.tsx';
import { useSay, type Spoken } from '../../ui/words.tsx';
import { NotMine } from '../desk/NotMine.tsx';
import { NamesOfNeeds, useNeedNames, type Naming } from '../needs/names.tsx';
import { Balance } from './Balance.tsx';
import { Calls } from './Calls.tsx';
import { Companies } from './Companies.tsx';
import { Raise } from './Raise.tsx';

type Props = Spoken & Naming;

/** Who waits and who is free at my desks; from there to a call for mentors, and to companies. */
export default function DeskNeeds({ names, shared, ...spoken }: Props) {
  return (
    <Island {...spoken}>
      <NamesOfNeeds.Provider value={{ names, shared }}>
        <Mine />
      </NamesOfNeeds.Provider>
    </Island>
  );
}

function Mine() {
  const seen = useStore(recruiting.$seen);
  if (seen.at === 'refused' && seen.refusal.key === 'not_a_coordinator') return <NotMine />;
  return (
    <ScreenOf of={recruiting} lines={8}>
      {(board) => (
        <>
          <Programmes board={board} />
          <Balance board={board} />
          <Calls board={board} />
          <Companies board={board} />
          <Raise board={board} />
        </>
      )}
    </ScreenOf>
  );
}

/** Which programme, where I work in several. */
function Programmes({ board }: { board: Recruiting }) {
  const say = useSay();
  const { programme } = useNeedNames();
  const mine = programmesOf(board.desks);
  if (mine.length < 2) return null;
  return (
    <p class="needs-programme">
      <label for="needs-programme">{say('desk-needs.programme')}</label>
      <select
        id="needs-programme"
        value={board.programme}
        onChange={(event) => void look(event.currentTarget.value)}
      >
        {mine.map((key) => (
          <option key={key} value={key}>
            {programme(key)}
          </option>
        ))}
      </select>
    </p>
  );
}
