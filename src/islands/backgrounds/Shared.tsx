import type { TrialRow } from '../../lib/api/rows.ts';
import { path } from '../../lib/urls.ts';
import { useSay } from '../../ui/words.tsx';
import { Told } from './told.tsx';

/** What the other wants one to know before the first hour, and where to choose the same about oneself. */
export function Shared({ trial, name }: { trial: Pick<TrialRow, 'background'>; name: string }) {
  const say = useSay();
  return (
    <>
      {trial.background && (
        <section class="inset">
          <h4>{say('background.told', { name })}</h4>
          <Told shared={trial.background} />
        </section>
      )}
      <p class="links">
        <a href={`${path(say.lang, 'my', 'settings')}#background`}>{say('background.choose', { name })}</a>
      </p>
    </>
  );
}
