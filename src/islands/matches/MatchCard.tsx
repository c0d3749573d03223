import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { endMatch as end } from '../../features/matches/api.ts';
import { endMatch } from '../../features/matches/model.ts';
import { dateWords, daysSince } from '../../lib/dates.ts';
import type { MatchRow } from '../../lib/api/rows.ts';
import { path } from '../../lib/urls.ts';
import { endReasons } from '../../schemas/reasons.ts';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { announce } from '../../ui/status.tsx';
import { useSay } from '../../ui/words.tsx';
import { Contact } from '../trials/Contact.tsx';
import { Standing } from '../requests/Standing.tsx';

/** The pair and its course. Either may end it, without consequence. */
export function MatchCard({ match, children }: { match: MatchRow; children?: ComponentChildren }) {
  const say = useSay();
  const [ending, setEnding] = useState(false);
  const name = match.card?.name ?? say('trial.somebody');
  const until = match.ends_on ? dateWords(say.lang, match.ends_on) : '';
  const over = match.status === 'active' && match.ends_on !== null && daysSince(match.ends_on) > 0;
  const from = dateWords(say.lang, match.started_at ?? match.created_at);
  return (
    <article class="card" id={`match-${match.id}`} data-row={`match-${match.id}`}>
      <Standing
        name={name}
        person={match.card?.person}
        state={say(`match.state.${match.status}`)}
        mine={false}
      >
        {say(over ? 'match.means.over' : `match.means.${match.status}`, { name, from, until })}
      </Standing>
      {match.living && (
        <Contact
          trial={match.trial}
          name={name}
          mine={match.my_contact}
          theirs={match.other_contact}
          none="match.contact.none"
        />
      )}
      {match.status === 'stopped' && (
        <p>
          <a href="#coordinator">{say('my.coordinator.write')}</a>
        </p>
      )}
      {match.living && (
        <p class="links">
          {match.status === 'active' && (
            <a href={path(say.lang, 'handbook', 'preparing-a-meeting')}>{say('match.read')}</a>
          )}
          <a href="#coordinator">{say('my.coordinator.write')}</a>
          <button type="button" class="link" onClick={() => setEnding(true)}>
            {say('match.end')}
            <span class="visually-hidden"> {name}</span>
          </button>
        </p>
      )}
      {children}
      {ending && (
        <ReasonDialog
          name={name}
          title="match.end.title"
          text="match.end.text"
          label="match.end.reason"
          choices={endReasons.map((value) => ({ value, label: say(`match.reason.${value}`) }))}
          button="match.end"
          schema={endMatch}
          send={async (reason) => {
            await end(match.id, reason);
            announce(say('match.ended'));
          }}
          close={() => setEnding(false)}
        />
      )}
    </article>
  );
}
