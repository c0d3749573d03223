import { useEffect, useState } from 'preact/hooks';
import { calendarFile } from '../../features/applications/calendar.ts';
import type { Application } from '../../features/applications/desk-model.ts';
import { momentWords } from '../../lib/dates.ts';
import { useSay } from '../../ui/words.tsx';

/** The first talk: which times were proposed, and which was chosen. */
export function Talk({ one }: { one: Application }) {
  const say = useSay();
  const { name, times, interview_at: at } = one;
  if (times.length === 0 && !at) return null;
  const frame = [
    one.minutes && say('application-desk.minutes', { count: one.minutes }),
    one.how && say(`application-desk.how.${one.how}`),
    one.place,
  ].filter(Boolean);
  return (
    <section aria-labelledby="talk-title">
      <h3 id="talk-title">{say('application-desk.talk')}</h3>
      {at ? (
        <p>{say('application-desk.talk.at', { name, at: momentWords(say.lang, at) })}</p>
      ) : (
        <>
          <p>{say('application-desk.talk.proposed', { name })}</p>
          <ul>
            {times.map((time) => (
              <li key={time}>{momentWords(say.lang, time)}</li>
            ))}
          </ul>
        </>
      )}
      <p class="desk-aside">{frame.join(' · ')}</p>
      {at && Date.parse(at) > Date.now() && <Calendar one={one} at={at} />}
    </section>
  );
}

/** A file that puts the talk into the coordinator's own calendar. */
function Calendar({ one: { id, name, minutes, place }, at }: { one: Application; at: string }) {
  const say = useSay();
  const [href, setHref] = useState<string>();
  const title = say('application-desk.talk.calendar.title', { name });
  useEffect(() => {
    const file = calendarFile({ id, title, at, minutes: minutes ?? 45, where: place ?? '' });
    const url = URL.createObjectURL(new Blob([file], { type: 'text/calendar' }));
    setHref(url);
    return () => URL.revokeObjectURL(url);
  }, [id, at, minutes, place, title]);
  return (
    <p>
      <a href={href} download="fotfeste.ics">
        {say('application-desk.talk.calendar')}
      </a>
    </p>
  );
}
