import { useState } from 'preact/hooks';
import type { Affair, OnePlace } from '../../features/desk/people-model.ts';
import { openProposal } from '../../features/desk/proposal.ts';
import { useSay } from '../../ui/words.tsx';
import { BackgroundLine } from '../backgrounds/told.tsx';
import { EndMatch } from '../desk/EndMatch.tsx';
import { PersonLine, topicWords, useProgrammeName } from '../desk/labels.tsx';
import { Row } from '../desk/Row.tsx';
import { StopTrial } from '../desk/StopTrial.tsx';
import { ShownToVisitors } from './ShownToVisitors.tsx';
import { affairWords, restWords } from './said.ts';

/** A place at my desks: the card, what she is in, and what a coordinator can do about it. */
export function Place({ name, place }: { name: string; place: OnePlace }) {
  const say = useSay();
  const programmeName = useProgrammeName();
  const { part, programme, affairs, doing } = place;
  return (
    <section class="desk-section" aria-labelledby={`place-${part}`}>
      <h3 id={`place-${part}`}>
        {say(`desk.part.${part}`)} · {programmeName(programme)}
      </h3>
      <Card place={place} />
      {affairs.length > 0 && (
        <ul class="desk-rows plain">
          {affairs.map((affair) => (
            <Between key={affair.id} name={name} part={part} affair={affair} />
          ))}
        </ul>
      )}
      {restWords(say, place).map((words) => (
        <p key={words}>{words}</p>
      ))}
      {place.part === 'mentor' && place.introduction && (
        <ShownToVisitors person={place.person} name={name} introduction={place.introduction} />
      )}
      {place.part === 'mentee' && place.card && doing.includes('waiting') && (
        <p class="buttons">
          <ProposeButton card={place.card} another={affairs.some(({ status }) => status === 'proposed')} />
        </p>
      )}
    </section>
  );
}

function ProposeButton({ card, another }: { card: Parameters<typeof openProposal>[0]; another: boolean }) {
  const say = useSay();
  return (
    <button type="button" class="button" onClick={() => openProposal(card)}>
      {say(another ? 'desk.propose.another' : 'desk.propose')}
      <span class="visually-hidden"> {card.name}</span>
    </button>
  );
}

/** What others read of her, as the desk takes it in. */
function Card({ place }: { place: OnePlace }) {
  const say = useSay();
  if (!place.card) return null;
  const topics =
    place.part === 'mentee'
      ? say('desk.goals', { topics: topicWords(say, place.card.goals) })
      : say('desk.reason.helps-with', { topics: topicWords(say, place.card.offers) });
  return (
    <>
      <PersonLine {...place.card} />
      <p class="desk-facts">{topics}</p>
      <BackgroundLine background={place.background} />
      <p class="desk-about" dir="auto">
        {place.card.about}
      </p>
    </>
  );
}

/** One thing between her and somebody else, and its end where a coordinator may bring it about. */
function Between({ name, part, affair }: { name: string; part: OnePlace['part']; affair: Affair }) {
  const say = useSay();
  const [ending, setEnding] = useState(false);
  const { id, kind, other } = affair;
  const names =
    part === 'mentee'
      ? { mentee: name, mentor: affair.with ?? say('desk.unseen.mentor') }
      : { mentee: affair.with ?? say('desk.unseen.mentee'), mentor: name };
  const pair = say('desk.pair', names);
  return (
    <Row
      id={id}
      names={[names.mentee, names.mentor]}
      title={pair}
      tag={say(`desk-people.kind.${kind}`)}
      actions={
        kind === 'match' ? (
          <>
            <button type="button" class="button quiet" onClick={() => setEnding(true)}>
              {say(affair.status === 'awaiting' ? 'desk.stop.ask' : 'desk.match.end.ask')}
              <span class="visually-hidden"> {pair}</span>
            </button>
            {ending && <EndMatch match={id} pair={pair} close={() => setEnding(false)} />}
          </>
        ) : (
          kind === 'trial' && <StopTrial trial={id} pair={pair} />
        )
      }
    >
      <p>{affairWords(say, part, affair)}</p>
      {other && affair.with && (
        <p>
          <a href={`#${other}`}>{say('desk-people.to', { name: affair.with })}</a>
        </p>
      )}
    </Row>
  );
}
