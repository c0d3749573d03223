import { useEffect, useState } from 'preact/hooks';
import { calendarFile } from '../../features/applications/calendar.ts';
import type { MyApplication } from '../../features/applications/rows.ts';
import { momentWords } from '../../lib/dates.ts';
import { useSay } from '../../ui/words.tsx';

/** The agreed first talk, and a file that puts it into a calendar. */
export function Talk({ application, at }: { application: MyApplication; at: string }) {
  const say = useSay();
  const { id, minutes, place } = application;
  const [href, setHref] = useState<string>();
  const title = say('applications.talk.calendar.title');
  useEffect(() => {
    const file = calendarFile({ id, title, at, minutes: minutes ?? 60, where: place ?? '' });
    const url = URL.createObjectURL(new Blob([file], { type: 'text/calendar' }));
    setHref(url);
    return () => URL.revokeObjectURL(url);
  }, [id, at, minutes, place, title]);
  return (
    <section class="inset">
      <h3>{say('applications.talk')}</h3>
      <TalkFacts application={application} at={at} />
      {Date.parse(at) > Date.now() && (
        <p>
          <a href={href} download="fotfeste.ics">
            {say('applications.talk.calendar')}
          </a>
        </p>
      )}
    </section>
  );
}

/** When, how long, how and where. */
export function TalkFacts({ application, at }: { application: MyApplication; at?: string }) {
  const say = useSay();
  const { minutes, how, place } = application;
  const facts: [string, string][] = [
    ...(at ? [[say('applications.talk.when'), momentWords(say.lang, at)] as [string, string]] : []),
    ...(how
      ? [
          [
            say('applications.talk.how'),
            [
              say(`applications.talk.how.${how}`),
              minutes && say('applications.talk.minutes', { count: minutes }),
            ]
              .filter(Boolean)
              .join(', '),
          ] as [string, string],
        ]
      : []),
    ...(place ? [[say('applications.talk.where'), place] as [string, string]] : []),
  ];
  return (
    <dl class="plan">
      {facts.map(([term, fact]) => [<dt key={term}>{term}</dt>, <dd key={fact}>{fact}</dd>])}
    </dl>
  );
}
