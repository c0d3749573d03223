import { chooseInterview } from '../../features/applications/api.ts';
import type { MyApplication } from '../../features/applications/rows.ts';
import { momentWords } from '../../lib/dates.ts';
import { path } from '../../lib/urls.ts';
import { refusalWords } from '../../ui/refusal-words.ts';
import { useVerb, VerbButton } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';
import { TalkFacts } from './Talk.tsx';

/** Times a coordinator proposes; one click takes one of them. */
export function ChooseTime({ application }: { application: MyApplication }) {
  const say = useSay();
  const verb = useVerb();
  const open = application.times.filter((time) => Date.parse(time) > Date.now()).sort();
  return (
    <section class="inset">
      <h3>{say('applications.times')}</h3>
      <p class="hint">{say('applications.times.hint')}</p>
      <TalkFacts application={application} />
      <ul class="times plain">
        {open.map((time) => (
          <li key={time}>
            <span>{momentWords(say.lang, time)}</span>
            <VerbButton
              label="applications.times.choose"
              about={momentWords(say.lang, time)}
              quiet
              state={{ busy: verb.busy, refusal: null }}
              press={() =>
                void verb.run(() => chooseInterview(application.id, time), 'applications.times.chosen')
              }
            />
          </li>
        ))}
      </ul>
      <p>
        <a href={path(say.lang, 'contact')}>{say('applications.times.contact')}</a>
      </p>
      {verb.refusal && (
        <p class="refusal" role="alert">
          {refusalWords(say, verb.refusal)}
        </p>
      )}
    </section>
  );
}
