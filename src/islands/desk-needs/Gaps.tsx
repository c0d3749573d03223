import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Gap } from '../../features/needs/model.ts';
import { useSay } from '../../ui/words.tsx';

interface Props {
  about: 'field' | 'language' | 'region';
  gaps: Gap[];
  name: (key: string) => string;
  /** Calls for a mentor here; absent where a call needs something else first. */
  recruit?: ((key: string) => void) | undefined;
}

const shownAtFirst = 6;

/** One table of who waits and who is free. On a small screen each row is a card: the numbers say what they count. */
export function Gaps({ about, gaps, name, recruit }: Props) {
  const say = useSay();
  const [all, setAll] = useState(false);
  const rows = useRef<HTMLTableSectionElement>(null);
  useLayoutEffect(() => {
    if (all) rows.current?.querySelectorAll('th')[shownAtFirst]?.focus();
  }, [all]);
  const shown = all ? gaps : gaps.slice(0, shownAtFirst);
  const most = Math.max(1, ...gaps.flatMap(({ waiting, places }) => [waiting, places]));
  const title = `gaps-${about}`;
  return (
    <section class="gaps" aria-labelledby={title}>
      <h2 id={title}>{say(`desk-needs.${about}s`)}</h2>
      {about === 'language' && <p class="desk-lead">{say('desk-needs.languages.hint')}</p>}
      {gaps.length === 0 && <p class="state">{say('desk-needs.nobody')}</p>}
      {gaps.length > 0 && (
        // Laid out as cards, some browsers forget that this is a table.
        <table role="table" aria-labelledby={title}>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                {say(`desk-needs.column.${about}`)}
              </th>
              <th role="columnheader" scope="col">
                {say('desk-needs.column.waiting')}
              </th>
              <th role="columnheader" scope="col">
                {say('desk-needs.column.places')}
              </th>
              <th role="columnheader" scope="col">
                {say('desk-needs.column.do')}
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup" ref={rows}>
            {shown.map((gap) => (
              <Row key={gap.key} gap={gap} most={most} name={name(gap.key)} recruit={recruit} />
            ))}
          </tbody>
        </table>
      )}
      {shown.length < gaps.length && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {say('desk-needs.show-all', { count: gaps.length })}
          <span class="visually-hidden"> {say(`desk-needs.${about}s`)}</span>
        </button>
      )}
    </section>
  );
}

function Row({
  gap,
  most,
  name,
  recruit,
}: { gap: Gap; most: number; name: string } & Pick<Props, 'recruit'>) {
  const say = useSay();
  const { key, waiting, accepted, places } = gap;
  const missing = waiting > places;
  return (
    <tr role="row" data-gap={key} class={missing ? 'missing' : undefined}>
      <th role="rowheader" scope="row" tabIndex={-1}>
        {name}
      </th>
      <td role="cell">
        <span class="gap-count">{say('desk-needs.waiting', { count: waiting })}</span>
        {waiting > accepted && (
          <small class="gap-split">{say('desk-needs.split', { accepted, line: waiting - accepted })}</small>
        )}
        <Bar part={waiting / most} look="waiting" />
      </td>
      <td role="cell">
        <span class="gap-count">{say('desk-needs.places', { count: places })}</span>
        <Bar part={places / most} look="places" />
      </td>
      <td role="cell">
        {waiting > 0 && recruit && (
          <button type="button" class="button quiet" onClick={() => recruit(key)}>
            {say('desk-needs.recruit')}
            <span class="visually-hidden"> {name}</span>
          </button>
        )}
      </td>
    </tr>
  );
}

/** A bar as long as its part of the longest one. */
function Bar({ part, look }: { part: number; look: 'waiting' | 'places' }) {
  return (
    <svg class={`gap-bar ${look}`} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect class="ground" width="100" height="6" />
      <rect class="part" width={Math.round(part * 100)} height="6" />
    </svg>
  );
}
