import type { Desk, Waiting as WaitingMentee } from '../../features/desk/model.ts';
import { openProposal } from '../../features/desk/proposal.ts';
import { dayWords } from '../../lib/dates.ts';
import { useSay, type Say } from '../../ui/words.tsx';
import { BackgroundLine } from '../backgrounds/told.tsx';
import { PersonLine, waitsWords } from './labels.tsx';
import { Row } from './Row.tsx';
import { Section } from './Section.tsx';

/** Mentees for whom a coordinator looks for a mentor, and those who wait longer than their programme promises. */
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
  const { mentee, since, promise_days, late, asking, proposed } = waiting;
  const underWay = proposed !== null || (asking > 0 && !late);
  return (
    <Row
      id={`waiting/${mentee.person}`}
      names={[mentee.name]}
      person={mentee.person}
      title={mentee.name}
      tag={tagOf(say, waiting)}
      urgent={late && !proposed}
      aside={waitsWords(say, since)}
      actions={
        <button
          type="button"
          class={underWay ? 'button quiet' : 'button'}
          onClick={() => openProposal(mentee)}
        >
          {say(proposed ? 'desk.propose.another' : 'desk.propose')}
          <span class="visually-hidden"> {mentee.name}</span>
        </button>
      }
    >
      <p>
        {say('desk.waiting.promise', { count: promise_days })}{' '}
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

function tagOf(say: Say, { proposed, late }: WaitingMentee): string | undefined {
  if (proposed) return say('desk.waiting.tag.proposed');
  return late ? say('desk.waiting.tag.late') : undefined;
}
