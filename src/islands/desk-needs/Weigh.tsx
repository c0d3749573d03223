import { useStore } from '../../ui/useStore.ts';
import { $weighing } from '../../features/needs/desk-store.ts';
import { list } from '../../i18n/format.ts';
import { useSay } from '../../ui/words.tsx';

/** How many could be meant by what is chosen; where they are too few, what to leave out. */
export function Weigh() {
  const say = useSay();
  const weighing = useStore($weighing);
  return (
    <div class="weigh" role="status">
      {weighing && <Told {...weighing} />}
    </div>
  );

  function Told({ meant, least, leave_out, alone }: NonNullable<typeof weighing>) {
    if (meant >= least) return <p class="enough">{say('desk-needs.weigh.enough', { count: meant })}</p>;
    const facts = leave_out.map((fact) => say(`desk-needs.raise.${fact}`));
    return (
      <p class="few">
        {meant === 0
          ? say('desk-needs.weigh.none', { least })
          : say('desk-needs.weigh.few', { count: meant, least })}{' '}
        {facts.length > 0
          ? say('desk-needs.weigh.leave-out', { facts: list(say.lang, facts, 'disjunction') })
          : say(alone ? 'desk-needs.weigh.wait' : 'desk-needs.weigh.leave-more')}
      </p>
    );
  }
}
