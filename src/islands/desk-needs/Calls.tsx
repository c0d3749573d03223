import type { Board, DeskNeed } from '../../features/needs/model.ts';
import { useSay } from '../../ui/words.tsx';
import { Call } from './Call.tsx';

/** The calls of this desk, the open ones first. */
export function Calls({ board }: { board: Board }) {
  const say = useSay();
  return (
    <section class="desk-section" aria-labelledby="calls-title">
      <h2 id="calls-title">{say('desk-needs.needs')}</h2>
      <p class="desk-lead">{say('desk-needs.needs.lead')}</p>
      {board.needs.length === 0 ? (
        <p class="state">{say('desk-needs.needs.none')}</p>
      ) : (
        <ul class="desk-rows plain">
          {board.needs.map((need: DeskNeed) => (
            <Call key={need.id} need={{ ...need, programme: board.programme, country: board.country }} />
          ))}
        </ul>
      )}
    </section>
  );
}
