import type { Desk, DeskRequest } from '../../features/desk/model.ts';
import { dayWords } from '../../lib/dates.ts';
import { useSay } from '../../ui/words.tsx';
import { pairWords, waitsWords } from './labels.tsx';
import { Row } from './Row.tsx';
import { Section } from './Section.tsx';

/** Requests that were nudged and not answered, and those with an open question. */
export function Requests({ desk }: { desk: Desk }) {
  return (
    <Section
      kind="requests"
      few={desk.requests}
      row={(request) => <Request key={request.id} request={request} />}
    />
  );
}

function Request({ request }: { request: DeskRequest }) {
  const say = useSay();
  const asked = request.status === 'asked';
  const mentee = request.mentee?.name ?? say('desk.unseen.mentee');
  const mentor = request.mentor?.name ?? say('desk.unseen.mentor');
  const date = dayWords(say.lang, request.expires_at);
  const nudged = request.nudged_at ? dayWords(say.lang, request.nudged_at) : '';
  const words = asked
    ? say('desk.request.asked', { mentee, mentor, date })
    : say('desk.request.open', { mentee, mentor, date, nudged });
  return (
    <Row
      id={request.id}
      names={[request.mentee?.name ?? '', request.mentor?.name ?? '']}
      title={pairWords(say, request)}
      tag={say(`desk.request.tag.${asked ? 'asked' : 'open'}`)}
      aside={waitsWords(say, request.sent_at)}
    >
      {/* A sentence may begin with somebody whose name is not ours to show. */}
      <p class="desk-sentence">{words}</p>
    </Row>
  );
}
