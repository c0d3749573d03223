import { useEffect, useRef } from 'preact/hooks';
import type { PageProgramme } from '../../features/applications/model.ts';
import type { MyApplication } from '../../features/applications/rows.ts';
import { dateWords } from '../../lib/dates.ts';
import { path } from '../../lib/urls.ts';
import { useSay } from '../../ui/words.tsx';
import { roundDays } from './round-days.ts';

interface Props {
  application: MyApplication;
  programme: PageProgramme;
  /** Sent this moment; else some time ago. */
  just: boolean;
}

/** It is with us: what happens next, and where to see it. */
export function Sent({ application, programme, just }: Props) {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    scrollTo(0, 0);
  }, []);
  const { answers, due_on: due, id, round } = application;
  const link = (
    <p class="buttons">
      <a class="button" href={`${path(say.lang, 'my', 'applications')}#application-${id}`}>
        {say(just ? 'apply.sent.link' : 'apply.already.link')}
      </a>
    </p>
  );
  if (!just)
    return (
      <section class="sheet sent">
        <h2 tabIndex={-1} ref={heading}>
          {say('apply.already', { programme: programme.title })}
        </h2>
        <p>{say('apply.already.text')}</p>
        {link}
      </section>
    );
  return (
    <section class="sheet sent">
      <h2 tabIndex={-1} ref={heading}>
        {say('apply.sent')}
      </h2>
      <p>{say('apply.sent.text', { name: String(answers['shown_name'] ?? '') })}</p>
      <h3>{say('apply.sent.next')}</h3>
      <ol class="way-on">
        <li>
          {round && !round.open ? say('round.waits', roundDays(say.lang, round)) : say('apply.sent.read')}
        </li>
        <li>{say('apply.sent.talk')}</li>
        {due && <li>{say('apply.sent.by', { day: dateWords(say.lang, due) })}</li>}
      </ol>
      {link}
    </section>
  );
}
