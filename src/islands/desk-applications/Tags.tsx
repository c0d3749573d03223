import type { CameBy as Way, DeskStatus } from '../../features/applications/desk-model.ts';
import { daysLeft } from '../../features/applications/queue.ts';
import { dateField } from '../../lib/dates.ts';
import { useSay } from '../../ui/words.tsx';
import { useKnown } from './known.ts';

/** In what state an application is, in a word or two. */
export function Status({ status }: { status: DeskStatus }) {
  const say = useSay();
  return <span class="desk-tag">{say(`application-desk.status.${status}`)}</span>;
}

/** Whether it comes back after something else came first. */
export function Prepared({ at }: { at: string | null }) {
  const say = useSay();
  return at && <span class="desk-tag soon">{say('application-desk.prepared')}</span>;
}

/** Its place on the waiting list. */
export function Nr({ nr }: { nr: number }) {
  const say = useSay();
  return (
    <span class={nr === 1 ? 'desk-tag soon' : 'desk-aside'}>
      {nr === 1 ? say('application-desk.nr.next') : say('application-desk.nr', { nr })}
    </span>
  );
}

/** How the programme's promise stands: days left, or how many it is late. */
export function Due({ due }: { due: string }) {
  const say = useSay();
  const count = daysLeft(due, dateField(new Date()));
  if (count < 0)
    return <span class="desk-tag urgent">{say('application-desk.late', { count: -count })}</span>;
  return (
    <span class={count <= 3 ? 'desk-tag soon' : 'desk-aside'}>
      {count === 0 ? say('application-desk.due.today') : say('application-desk.due', { count })}
    </span>
  );
}

/** Which call it answers, and through which company it came. */
export function CameBy({ way: { needs, company } }: { way: Way }) {
  const say = useSay();
  const { groups } = useKnown();
  return (
    <>
      {needs.map(({ code, field }) => (
        <span key={code} class="desk-tag">
          {say('application-desk.came-by.need', { field: groups[field] ?? field })}
        </span>
      ))}
      {company && <span class="desk-tag">{say('application-desk.came-by.company', { company })}</span>}
    </>
  );
}
