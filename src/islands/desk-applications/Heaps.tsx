import { useStore } from '../../ui/useStore.ts';
import { $sieve, look, queue, searchOf, type Sieve } from '../../features/applications/desk-store.ts';
import { heapCount, heapNames, programmesOf } from '../../features/applications/queue.ts';
import { number } from '../../i18n/format.ts';
import { useSay } from '../../ui/words.tsx';
import { useProgrammeName } from '../desk/labels.tsx';

/** Which heap I work through, and of which programme. */
export function Heaps() {
  const say = useSay();
  const programmeName = useProgrammeName();
  const sieve = useStore($sieve);
  const seen = useStore(queue.$seen);
  const data = seen.at === 'ready' ? seen.data : null;
  const programmes = programmesOf(data?.desks ?? []);
  return (
    <div class="applications-heaps">
      <ul class="plain" aria-label={say('application-desk.heaps')}>
        {heapNames.map((heap) => (
          <li key={heap}>
            <button
              type="button"
              aria-pressed={sieve.heap === heap}
              onClick={() => choose({ ...sieve, heap })}
            >
              {say(`application-desk.heap.${heap}`)} {data && <Count count={heapCount(data.counts, heap)} />}
            </button>
          </li>
        ))}
      </ul>
      {programmes.length > 1 && (
        <p class="applications-programme">
          <label for="queue-programme">{say('application-desk.programme')}</label>
          <select
            id="queue-programme"
            value={sieve.programme ?? ''}
            onChange={(event) => choose({ ...sieve, programme: event.currentTarget.value || null })}
          >
            <option value="">{say('application-desk.programme.all')}</option>
            {programmes.map((key) => (
              <option key={key} value={key}>
                {programmeName(key)}
              </option>
            ))}
          </select>
        </p>
      )}
    </div>
  );
}

function Count({ count }: { count: number | null }) {
  const { lang } = useSay();
  return count === null ? null : <span class="desk-count">{number(lang, count)}</span>;
}

/** The address keeps the choice; the open application stays open. */
function choose(sieve: Sieve): void {
  history.replaceState(history.state, '', location.pathname + searchOf(sieve) + location.hash);
  void look(sieve);
}
