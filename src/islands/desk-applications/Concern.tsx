import type { Application } from '../../features/applications/desk-model.ts';
import { $doing } from '../../features/applications/desk-store.ts';
import { useSay } from '../../ui/words.tsx';

/** That somebody else's help is needed first. Only for the eyes of coordinators at this desk. */
export function Concern({ one }: { one: Application }) {
  const say = useSay();
  if (!one.concern) return null;
  return (
    <section class="applications-concern" aria-labelledby="concern-title">
      <h3 id="concern-title">{say('application-desk.concern')}</h3>
      <p class="desk-about">{one.concern}</p>
      <p class="desk-aside">{say('application-desk.concern.only')}</p>
      <button type="button" class="link" onClick={() => $doing.set('concern')}>
        {say('application-desk.concern.change')}
      </button>
    </section>
  );
}
