import type { Application } from '../../features/applications/desk-model.ts';
import { momentWords } from '../../lib/dates.ts';
import { useSay } from '../../ui/words.tsx';

/** The first talk: which times were proposed, and which was chosen. */
export function Talk({ one }: { one: Application }) {
  const say = useSay();
  if (one.times.length === 0 && !one.interview_at) return null;
  const frame = [
    one.minutes && say('application-desk.minutes', { count: one.minutes }),
    one.how && say(`application-desk.how.${one.how}`),
    one.place,
  ].filter(Boolean);
  return (
    <section aria-labelledby="talk-title">
      <h3 id="talk-title">{say('application-desk.talk')}</h3>
      {one.interview_at ? (
        <p>
          {say('application-desk.talk.at', { name: one.name, at: momentWords(say.lang, one.interview_at) })}
        </p>
      ) : (
        <>
          <p>{say('application-desk.talk.proposed', { name: one.name })}</p>
          <ul>
            {one.times.map((time) => (
              <li key={time}>{momentWords(say.lang, time)}</li>
            ))}
          </ul>
        </>
      )}
      <p class="desk-aside">{frame.join(' · ')}</p>
    </section>
  );
}
