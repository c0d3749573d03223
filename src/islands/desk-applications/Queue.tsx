import { useStore } from '../../ui/useStore.ts';
import type { Queue as Page, QueueItem } from '../../features/applications/desk-model.ts';
import { $after, $opened, $sieve, look } from '../../features/applications/desk-store.ts';
import { programmesOf } from '../../features/applications/queue.ts';
import { dateField, dateWords } from '../../lib/dates.ts';
import { useSay } from '../../ui/words.tsx';
import { useProgrammeName } from '../desk/labels.tsx';
import { fieldName, placeName, useNames } from '../fit/names.tsx';
import { Portrait } from '../people/Portrait.tsx';
import { CameBy, Due, Nr, Prepared, Status } from './Tags.tsx';
import { readingTitle } from './useKeys.ts';

/** One page of the heap, those first whose promise ends first. */
export function Queue({ queue }: { queue: Page }) {
  const say = useSay();
  const after = useStore($after);
  const sieve = useStore($sieve);
  const programmeName = useProgrammeName();
  const [only = '', ...others] = programmesOf(queue.desks);
  const alone = others.length === 0;
  const line = sieve.heap === 'line' && (sieve.programme ?? (alone ? only : null));
  return (
    <>
      <h2 id="queue-title" tabIndex={-1}>
        {line
          ? say('application-desk.line.of', { programme: programmeName(line) })
          : say(`application-desk.heap.${sieve.heap}`)}
      </h2>
      {sieve.heap === 'line' && (
        <p class="desk-aside">{say(line ? 'application-desk.line.order' : 'application-desk.line.choose')}</p>
      )}
      {queue.items.length === 0 ? (
        <p class="state">{say(`application-desk.empty.${sieve.heap === 'decided' ? 'decided' : 'open'}`)}</p>
      ) : (
        <ol class="plain applications-rows">
          {queue.items.map((item) => (
            <Row key={item.id} item={item} alone={alone} />
          ))}
        </ol>
      )}
      <p class="buttons">
        {queue.next && (
          <button type="button" class="button quiet" onClick={() => void look(sieve, queue.next)}>
            {say('application-desk.further')}
          </button>
        )}
        {after && (
          <button type="button" class="link" onClick={() => void look(sieve)}>
            {say('application-desk.first')}
          </button>
        )}
      </p>
    </>
  );
}

/** With one programme `alone` at my desks, no row has to say which. */
function Row({ item, alone }: { item: QueueItem; alone: boolean }) {
  const say = useSay();
  const names = useNames();
  const programmeName = useProgrammeName();
  const opened = useStore($opened);
  const { id, person, name, part, programme, status, due_on, unmet, field, place, round, nr } = item;
  const facts = [
    !alone && programmeName(programme),
    field && fieldName(names, field),
    place && placeName(names, { place }),
  ].filter(Boolean);
  return (
    <li data-row={id}>
      <a
        href={`#${id}`}
        aria-current={opened === id}
        onClick={() => opened === id && readingTitle()?.focus()}
      >
        <Portrait person={person} name={name} />
        <span class="applications-row">
          <span class="applications-name">
            <strong>
              <bdi>{name}</bdi>
            </strong>{' '}
            <span class="desk-aside">{say(`desk.part.${part}`)}</span>
          </span>
          <span class="applications-tags">
            <Prepared at={item.prepared_at} />
            <Status status={status} />
            {nr ? (
              <Nr nr={nr} />
            ) : due_on ? (
              <Due due={due_on} />
            ) : (
              <span class="desk-aside">{dateWords(say.lang, item.since)}</span>
            )}
            {round && round > dateField(new Date()) && (
              <span class="desk-tag">
                {say('application-desk.round', { day: dateWords(say.lang, round) })}
              </span>
            )}
            {unmet.length > 0 && (
              <span class="desk-tag">{say('application-desk.unmet', { count: unmet.length })}</span>
            )}
            <CameBy way={item.came_by} />
          </span>
          <span class="applications-facts desk-aside">
            {facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </span>
        </span>
      </a>
    </li>
  );
}
