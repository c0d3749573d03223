import { takeOver } from '../../features/applications/api.ts';
import type { MyApplication } from '../../features/applications/rows.ts';
import { dateWords } from '../../lib/dates.ts';
import { Verb } from '../../ui/Verb.tsx';
import { useSay, type Key } from '../../ui/words.tsx';
import { applyHref } from './words.ts';

/** Who wrote it down with me, what I said yes to, and how to go on alone. */
export function AssistedLine({ application }: { application: MyApplication }) {
  const say = useSay();
  const { id, assisted, consent, part, programme } = application;
  const wording = `applications.consent.${consent?.version ?? ''}`;
  return (
    <>
      {assisted && (
        <p>
          {say(assisted.open ? 'applications.assisted.open' : 'applications.assisted.over', {
            by: assisted.by,
          })}
        </p>
      )}
      {consent && say.has(wording) && (
        <details class="meanwhile">
          <summary>{say('applications.consent')}</summary>
          <p>{say(`applications.consent.${consent.how}`, { day: dateWords(say.lang, consent.at) })}</p>
          <blockquote>{say(wording as Key)}</blockquote>
        </details>
      )}
      {assisted?.open && (
        <>
          <p>{say('applications.take-over.text')}</p>
          <p class="buttons">
            <Verb
              label="applications.take-over"
              done="applications.take-over.done"
              verb={async () => {
                await takeOver(id);
                location.assign(applyHref(say.lang, part, programme));
              }}
            />
          </p>
        </>
      )}
    </>
  );
}
