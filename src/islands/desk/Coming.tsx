import { isToday, type Coming as Hour, type Desk } from '../../features/desk/model.ts';
import { momentWords } from '../../lib/dates.ts';
import { useSay } from '../../ui/words.tsx';
import { MeetAt } from '../trials/MeetAt.tsx';
import { pairWords } from './labels.tsx';
import { Row } from './Row.tsx';
import { Section } from './Section.tsx';

/** First hours to which a coordinator comes along: when, and where or by which link. */
export function Coming({ desk }: { desk: Desk }) {
  return <Section kind="coming" few={desk.coming} row={(hour) => <One key={hour.id} hour={hour} />} />;
}

function One({ hour }: { hour: Hour }) {
  const say = useSay();
  return (
    <Row
      id={`coming/${hour.id}`}
      names={[hour.mentee?.name ?? '', hour.mentor?.name ?? '']}
      title={pairWords(say, hour)}
      tag={isToday(hour) ? say('desk.coming.today') : undefined}
    >
      <p class="desk-sentence">{momentWords(say.lang, hour.starts_at)}</p>
      <p class="desk-facts">
        <MeetAt {...hour} />
      </p>
    </Row>
  );
}
