import { noteFirstCall } from '../../features/onboarding/api.ts';
import type { Desk, DeskDrafts, FirstCall } from '../../features/desk/model.ts';
import { dayWords } from '../../lib/dates.ts';
import { Verb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';
import { CallOrWrite } from './CallOrWrite.tsx';
import { Row } from './Row.tsx';
import { Section } from './Section.tsx';
import { useDeal } from './useDeal.ts';

/** Mentors who have just had their very first hour: somebody calls them once. */
export function Calls({ desk }: { desk: Desk }) {
  return (
    <Section
      kind="calls"
      few={desk.calls}
      row={(call) => <Call key={call.person} call={call} drafts={desk.drafts} />}
    />
  );
}

interface OfCall {
  call: FirstCall;
  drafts: DeskDrafts;
}

function Call({ call: { person, name, phone, mentee, met_at }, drafts }: OfCall) {
  const say = useSay();
  const deal = useDeal();
  return (
    <Row
      id={`call/${person}`}
      names={[name]}
      title={name}
      tag={say('desk.preparing.tag.first-time')}
      actions={
        <Verb
          label="desk.calls.done"
          about={name}
          verb={() => deal(() => noteFirstCall(person), say('desk.calls.noted', { name }))}
        />
      }
    >
      <p>
        {say('desk.calls.met', {
          mentee: mentee ?? say('desk.unseen.mentee'),
          date: dayWords(say.lang, met_at),
        })}
      </p>
      <CallOrWrite person={person} name={name} phone={phone} drafts={drafts} />
    </Row>
  );
}
