import { splits, type Split, type Told } from '../../features/barriers/model.ts';
import { barriers } from '../../features/barriers/store.ts';
import { countryName, number } from '../../i18n/format.ts';
import { barrierKinds } from '../../schemas/barrier.ts';
import { Island } from '../../ui/Island.tsx';
import { ScreenOf } from '../../ui/ScreenOf.tsx';
import { useStore } from '../../ui/useStore.ts';
import { useSay, type Spoken } from '../../ui/words.tsx';
import { NotMine } from '../desk/NotMine.tsx';

interface Naming {
  /** What fields of work are called, by their two digits. */
  fields: Record<string, string>;
}

/** What visitors tell of barriers, as numbers that point at nobody. */
export default function Barriers({ fields, ...spoken }: Spoken & Naming) {
  return (
    <Island {...spoken}>
      <Tables fields={fields} />
    </Island>
  );
}

function Tables({ fields }: Naming) {
  const say = useSay();
  const seen = useStore(barriers.$seen);
  if (seen.at === 'refused' && seen.refusal.key === 'not_a_coordinator') return <NotMine />;
  return (
    <ScreenOf of={barriers} lines={8}>
      {(by) => (
        <>
          <p class="desk-lead">{say('desk-barriers.steps')}</p>
          {splits.every((split) => by[split].length === 0) && (
            <p class="state">{say('desk-barriers.none')}</p>
          )}
          {splits.map(
            (split) =>
              by[split].length > 0 && <Table key={split} split={split} told={by[split]} fields={fields} />,
          )}
        </>
      )}
    </ScreenOf>
  );
}

function Table({ split, told, fields }: Naming & { split: Split; told: Told[] }) {
  const say = useSay();
  const columns = [...new Set(told.map((one) => one.of))].sort();
  const name = (of: string) => {
    if (split === 'stage') return say(`barrier.stage.${of}` as 'barrier.stage.office');
    if (split === 'country') return countryName(say.lang, of);
    if (split === 'field') return of ? (fields[of] ?? of) : say('desk-barriers.unsaid');
    return of;
  };
  const cell = (kind: string, of: string) => {
    const found = told.find((one) => one.kind === kind && one.of === of);
    return found ? number(say.lang, found.told) : say('desk-barriers.few');
  };
  const id = `by-${split}`;
  return (
    <div class="desk-section">
      <h2 id={id}>{say(`desk-barriers.by.${split}`)}</h2>
      <div class="counts" role="region" aria-labelledby={id} tabIndex={0}>
        <table aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{say('barrier.kind')}</th>
              {columns.map((of) => (
                <th key={of} scope="col">
                  {name(of)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {barrierKinds.map((kind) => (
              <tr key={kind}>
                <th scope="row">{say(`barrier.kind.${kind}`)}</th>
                {columns.map((of) => (
                  <td key={of}>{cell(kind, of)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
