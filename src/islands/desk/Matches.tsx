import { useState } from 'preact/hooks';
import type { Desk, DeskDrafts, DeskMatch } from '../../features/desk/model.ts';
import { approveMatch, extendMatch } from '../../features/matches/api.ts';
import { dateWords } from '../../lib/dates.ts';
import { Verb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';
import { EndMatch } from './EndMatch.tsx';
import { pairWords, waitsWords } from './labels.tsx';
import { Row } from './Row.tsx';
import { Section } from './Section.tsx';
import { useDeal } from './useDeal.ts';
import { WriteTo } from './WriteTo.tsx';

/** Matches that wait for an approval, or whose time is over. */
export function Matches({ desk }: { desk: Desk }) {
  return (
    <Section
      kind="matches"
      few={desk.matches}
      row={(match) => <Match key={match.id} match={match} drafts={desk.drafts} />}
    />
  );
}

function Match({ match, drafts }: { match: DeskMatch; drafts: DeskDrafts }) {
  const say = useSay();
  const deal = useDeal();
  const [ending, setEnding] = useState(false);
  const pair = pairWords(say, match);
  const awaiting = match.status === 'awaiting';
  return (
    <Row
      id={match.id}
      names={[match.mentee?.name ?? '', match.mentor?.name ?? '']}
      title={pair}
      tag={say(awaiting ? 'desk.trial.tag.awaiting' : 'desk.match.tag.over')}
      urgent={!awaiting}
      aside={waitsWords(say, match.since)}
      actions={
        <>
          {awaiting ? (
            <Verb
              label="desk.approve"
              about={pair}
              verb={() => deal(() => approveMatch(match.id), say('desk.match.approved', { pair }))}
            />
          ) : (
            <Verb
              label="desk.match.extend"
              about={pair}
              verb={() => deal(() => extendMatch(match.id), say('desk.match.extended', { pair }))}
            />
          )}
          <button type="button" class="button quiet" onClick={() => setEnding(true)}>
            {say(awaiting ? 'desk.stop.ask' : 'desk.match.end.ask')}
            <span class="visually-hidden"> {pair}</span>
          </button>
          {ending && <EndMatch match={match.id} pair={pair} close={() => setEnding(false)} />}
        </>
      }
    >
      <p>
        {awaiting
          ? say('desk.match.awaiting')
          : say('desk.match.over', { date: match.ends_on ? dateWords(say.lang, match.ends_on) : '' })}
      </p>
      {!awaiting &&
        !match.own &&
        [match.mentee, match.mentor].map(
          (one) => one && <WriteTo key={one.person} person={one.person} name={one.name} drafts={drafts} />,
        )}
    </Row>
  );
}
