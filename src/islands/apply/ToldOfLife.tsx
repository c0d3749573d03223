import { takeBackLife } from '../../features/applications/api.ts';
import type { MyApplication } from '../../features/applications/rows.ts';
import { Verb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';

/** A yes to telling of one's life is as easy to take back as it was to give, as long as any of it is there. */
export function ToldOfLife({ application: { id, answers } }: { application: MyApplication }) {
  const say = useSay();
  if (answers['consent_life'] !== true) return null;
  return (
    <>
      <p>{say('applications.life')}</p>
      <p>
        <Verb
          label="applications.life.away"
          done="applications.life.done"
          quiet
          verb={() => takeBackLife(id)}
        />
      </p>
    </>
  );
}
