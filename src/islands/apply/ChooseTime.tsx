import { chooseInterview } from '../../features/applications/api.ts';
import type { MyApplication } from '../../features/applications/rows.ts';
import { momentWords } from '../../lib/dates.ts';
import { path } from '../../lib/urls.ts';
import { refusalWords } from '../../ui/refusal-words.ts';
import { useVerb, VerbButton } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';
import { TalkFacts } from './Talk.tsx';

/** Times a coordinator proposes; one click takes one of them, and until then another one. */
export function ChooseTime({ application }: { application: MyApplication }) {
  const say = useSay();
  const verb = useVerb();
  const { id, times, interview_at: chosen } = application;
  const open = times.filter((time) => Date.parse(time) > Date.now() && time !== chosen).sort();
  const list = (
    <>
      <p class="hint">{say('applications.times.hint')}</p>
      <ul class="times plain">
        {open.map((time) => (
          <li key={time}>
            <span>{momentWords(say.lang, time)}</span>
            <VerbButton
              label="applications.times.choose"
              about={momentWords(say.lang, time)}
              quiet
              state={{ busy: verb.busy, refusal: null }}
              press={() => void verb.run(() => chooseInterview(id, time), 'applications.times.chosen')}
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
    </>
  );
  if (chosen)
    return open.length === 0 ? null : (
      <details>
        <summary>{say('applications.times.other')}</summary>
        {list}
      </details>
    );
  return (
    <section class="inset">
      <h3>{say('applications.times')}</h3>
      <TalkFacts application={application} />
      {list}
    </section>
  );
}
