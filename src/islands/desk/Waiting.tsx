import type { Desk, Waiting as WaitingMentee } from '../../features/desk/model.ts';
import { openProposal } from '../../features/desk/proposal.ts';
import { dayWords, daysSince } from '../../lib/dates.ts';
import { useSay } from '../../ui/words.tsx';
import { BackgroundLine } from '../backgrounds/told.tsx';
import { PersonLine } from './labels.tsx';
import { Row } from './Row.tsx';
import { Section } from './Section.tsx';

/** Mentees who wait longer than their programme promises. */
export function Waiting({ desk }: { desk: Desk }) {
  return (
    <Section
      kind="waiting"
      few={desk.waiting}
      row={(one) => <Mentee key={one.mentee.person} waiting={one} />}
    />
  );
}

function Mentee({ waiting }: { waiting: WaitingMentee }) {
  const say = useSay();
  const { mentee, since, promise_days, asking, proposed } = waiting;
  return (
    <Row
      id={`waiting/${mentee.person}`}
      names={[mentee.name]}
      person={mentee.person}
      title={mentee.name}
      tag={proposed ? say('desk.waiting.tag.proposed') : undefined}
      actions={
        <button
          type="button"
          class={proposed ? 'button quiet' : 'button'}
          onClick={() => openProposal(mentee)}
        >
          {say(proposed ? 'desk.propose.another' : 'desk.propose')}
          <span class="visually-hidden"> {mentee.name}</span>
        </button>
      }
    >
      <p>
        {say('desk.waiting.days', { count: daysSince(since), promise: promise_days })}{' '}
        {asking > 0 ? say('desk.waiting.asking', { count: asking }) : say('desk.waiting.asking.none')}
        {proposed && (
          <>
            {' '}
            {say('desk.waiting.proposed', {
              mentee: mentee.name,
              mentor: proposed.name ?? say('desk.unseen.mentor'),
              date: dayWords(say.lang, proposed.until),
            })}
          </>
        )}
      </p>
      <PersonLine {...mentee} />
      <BackgroundLine background={waiting.background} />
    </Row>
  );
}
