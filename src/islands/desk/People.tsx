import type { Desk, ToApprove } from '../../features/desk/model.ts';
import { approveMentee } from '../../features/mentees/api.ts';
import { approveMentor } from '../../features/mentors/api.ts';
import { Verb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';
import { PersonLine, topicWords, useProgrammeName, waitsWords } from './labels.tsx';
import { Row } from './Row.tsx';
import { Section } from './Section.tsx';
import { useDeal } from './useDeal.ts';

/** Those who have written a profile and wait for a first yes. */
export function People({ desk }: { desk: Desk }) {
  return (
    <Section
      kind="people"
      few={desk.to_approve}
      row={(someone) => <Person key={`${someone.part}/${someone.person}`} someone={someone} />}
    />
  );
}

function Person({ someone }: { someone: ToApprove }) {
  const say = useSay();
  const programmeName = useProgrammeName();
  const deal = useDeal();
  const approve = someone.part === 'mentor' ? approveMentor : approveMentee;
  return (
    <Row
      id={`${someone.part}/${someone.person}`}
      names={[someone.name]}
      title={someone.name}
      tag={say(`desk.part.${someone.part}`)}
      aside={`${programmeName(someone.programme)} · ${waitsWords(say, someone.since)}`}
      actions={
        <Verb
          label="desk.approve"
          about={someone.name}
          verb={() => deal(() => approve(someone.person), say('desk.approved', { name: someone.name }))}
        />
      }
    >
      <PersonLine {...someone} />
      <p class="desk-facts">
        {say(someone.part === 'mentor' ? 'desk.offers' : 'desk.goals', {
          topics: topicWords(say, someone.topics),
        })}
        {' · '}
        {say('desk.hours', { count: someone.hours })}
      </p>
      <p class="desk-about" dir="auto">
        {someone.about}
      </p>
    </Row>
  );
}
