import { isLate, isMine, isOver, nextOf } from '../../features/applications/next.ts';
import type { MyApplication, Round, ToldLater } from '../../features/applications/rows.ts';
import { dateField, dateWords, momentWords } from '../../lib/dates.ts';
import { useSay } from '../../ui/words.tsx';
import { AssistedLine } from './AssistedLine.tsx';
import { ChooseTime } from './ChooseTime.tsx';
import { Meanwhile } from './Meanwhile.tsx';
import { Messages } from './Messages.tsx';
import { Onward } from './Onward.tsx';
import type { Named } from './Onwards.tsx';
import { Reply } from './Reply.tsx';
import { RoundLine } from './RoundLine.tsx';
import { Talk } from './Talk.tsx';
import { ToldOfLife } from './ToldOfLife.tsx';
import { Way } from './Way.tsx';
import { Withdraw } from './Withdraw.tsx';
import { applyHref } from './words.ts';

interface Props {
  application: MyApplication;
  title: string;
  programmes: readonly Named[];
  /** An answer that was begun. */
  draft: Record<string, unknown> | undefined;
  /** Whether I want to be told when its programme's next round opens. */
  reminded: boolean;
  /** That round, where none of the application's own is told of. */
  round: Round | undefined;
  /** Programmes of which I want to be told when they may fit. */
  fits: readonly ToldLater[];
}

/** One application: where it is, what happens next and by when, and everything one can do about it. */
export function ApplicationCard({ application, title, draft, reminded, ...onward }: Props) {
  const say = useSay();
  const { id, part, status, programme, sent_at: sent, interview_at: at } = application;
  const next = nextOf(application);
  const over = isOver(status);
  // Accepted, and the place is given up since.
  const gone = application.standing === 'left';
  return (
    <article class="card application" id={`application-${id}`}>
      <p class="kicker">{say(`applications.as.${part}`)}</p>
      <h2>{title}</h2>
      {!gone && <p class={isMine(next) ? 'pill mine' : 'pill'}>{say(`applications.status.${status}`)}</p>}
      {!over && status !== 'draft' && <Way next={next} />}
      <h3>{say('applications.next')}</h3>
      {!(status === 'sent' && waitsForRound(application)) && !gone && (
        <p>{say(`applications.next.${next}`, { at: at ? momentWords(say.lang, at) : '' })}</p>
      )}
      {!over && <InLine application={application} />}
      {!over && <RoundLine application={application} reminded={reminded} />}
      <AssistedLine application={application} />
      {status === 'draft' && !application.assisted?.open && (
        <p class="buttons">
          <a class="button" href={applyHref(say.lang, part, programme)}>
            {say('applications.go-on')}
          </a>
        </p>
      )}
      {at && !over && <Talk application={application} at={at} />}
      {(next === 'invited' || next === 'interview') && <ChooseTime application={application} />}
      <Messages messages={application.messages} />
      {next === 'asked' && <Reply key="reply" kind="reply" application={id} draft={draft} />}
      {next === 'preparing' && <Reply key="ready" kind="ready" application={id} draft={draft} />}
      {over && <Onward {...onward} application={application} title={title} reminded={reminded} />}
      {!over && status !== 'draft' && <Meanwhile part={part} />}
      {sent && <ToldOfLife application={application} />}
      {sent && <p class="when">{say('applications.sent-on', { day: dateWords(say.lang, sent) })}</p>}
      {!over && <Withdraw application={application} title={title} />}
    </article>
  );
}

/** Sent before its round has opened: nobody reads it yet. */
const waitsForRound = ({ round }: MyApplication) => round !== null && round.opens_on > dateField(new Date());

/** The place in line, and the promise; or when we write next, and how long it stays open. */
function InLine({ application }: { application: MyApplication }) {
  const say = useSay();
  const { ahead, due_on: due, status, tells_at: tells, closes_at: closes } = application;
  if (status === 'draft') return null;
  const day = due ? dateWords(say.lang, due) : '';
  const counts = status === 'sent' || status === 'waiting';
  return (
    <>
      {counts && ahead !== null && (
        <p>{ahead === 0 ? say('applications.ahead.none') : say('applications.ahead', { count: ahead })}</p>
      )}
      {closes && <p>{say('applications.closes', { day: dateWords(say.lang, closes) })}</p>}
      {tells && !due && <p>{say('applications.writes', { day: dateWords(say.lang, tells) })}</p>}
      {due && (
        <p>
          {say(isLate(application, dateField(new Date())) ? 'applications.late' : 'applications.by', { day })}
        </p>
      )}
    </>
  );
}
