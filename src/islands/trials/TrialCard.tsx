import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { sayNotUs as notUs } from '../../features/trials/api.ts';
import { sayNotUs } from '../../features/trials/model.ts';
import { dayWords, momentWords } from '../../lib/dates.ts';
import type { TrialRow } from '../../lib/api/rows.ts';
import { path } from '../../lib/urls.ts';
import { notUsReasons } from '../../schemas/reasons.ts';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { announce } from '../../ui/status.tsx';
import { useSay, type Key } from '../../ui/words.tsx';
import { Standing } from '../requests/Standing.tsx';
import { Shared } from '../backgrounds/Shared.tsx';
import { Contact } from './Contact.tsx';
import { Expected } from './Expected.tsx';
import { MeetAt } from './MeetAt.tsx';
import { Plan } from './Plan.tsx';
import { Verdict } from './Verdict.tsx';

interface Props {
  trial: TrialRow;
  me: string;
  draft?: Record<string, unknown> | undefined;
  /** What may be done besides. */
  children?: ComponentChildren;
}

/** The first hour with somebody: agree on a time, meet, then both say go on or not us. */
export function TrialCard({ trial, me, draft, children }: Props) {
  const say = useSay();
  const [leaving, setLeaving] = useState(false);
  const name = trial.card?.name ?? say('trial.somebody');
  const over = trial.starts_at !== null && Date.parse(trial.starts_at) <= Date.now();
  const moment = momentOf(trial, me, over);
  // `decide_by` stands once both agreed on a time: what only one has named is not an hour they met.
  const saying =
    (trial.status === 'agreed' || trial.status === 'undecided') && over && trial.decide_by && !trial.i_say;
  // Nobody has said how it was: perhaps it did not take place.
  const unmet = moment === 'say' && !trial.other_has_said;
  const late = Date.parse(trial.plan_by) <= Date.now();
  const planned = trial.status === 'planning' || (trial.status === 'agreed' && !over) || (unmet && !late);
  const params = {
    name,
    at: trial.starts_at ? momentWords(say.lang, trial.starts_at) : '',
    until: dayWords(say.lang, (over && trial.decide_by) || trial.plan_by),
  };
  return (
    <article class="card" id={`trial-${trial.id}`} data-row={`trial-${trial.id}`}>
      <Standing
        name={name}
        person={trial.card?.person}
        state={say(`trial.state.${moment}` as Key, params)}
        mine={/^(plan|agree|say)$/.test(moment)}
      >
        {say(`trial.means.${moment}` as Key, params)}
      </Standing>
      {trial.status === 'planning' && (
        <p>{say(trial.plan_by === trial.agree_by ? 'trial.countdown' : 'trial.countdown.late', params)}</p>
      )}
      {trial.starts_at && trial.standing && (
        <dl class="plan">
          <dt>{say('trial.when')}</dt>
          <dd>{params.at}</dd>
          <dt>{say(trial.format === 'online' ? 'trial.link' : 'trial.where')}</dt>
          <dd>
            <MeetAt {...trial} />
          </dd>
        </dl>
      )}
      {trial.standing && !over && trial.coordinator_at_first_meeting && <p>{say('trial.coordinator')}</p>}
      {trial.standing && trial.status !== 'awaiting' && <Expected trial={trial} name={name} />}
      {trial.standing && trial.status !== 'awaiting' && <Shared trial={trial} name={name} />}
      {saying && <Verdict trial={trial} name={name} leave={() => setLeaving(true)} />}
      {planned && <Plan key={trial.plan} trial={trial} moment={moment} draft={draft} />}
      {unmet && late && <p class="soft">{say('trial.not-met.late')}</p>}
      {((unmet && late) || trial.status === 'stopped') && (
        <p>
          <a href="#coordinator">{say('my.coordinator.write')}</a>
        </p>
      )}
      {trial.standing && trial.status !== 'awaiting' && (
        <Contact
          trial={trial.id}
          name={name}
          mine={trial.my_contact}
          theirs={trial.other_contact}
          none="trial.contact.none"
        />
      )}
      {trial.standing && (
        <p class="links">
          {trial.status !== 'awaiting' && (
            <a href={path(say.lang, 'handbook', 'the-first-hour')}>{say('trial.read')}</a>
          )}
          {!saying && (
            <button type="button" class="link" onClick={() => setLeaving(true)}>
              {say('trial.not-us')}
              <span class="visually-hidden"> {name}</span>
            </button>
          )}
        </p>
      )}
      {children}
      {leaving && (
        <ReasonDialog
          name={name}
          title="trial.not-us.title"
          text="trial.not-us.text"
          label="trial.not-us.reason"
          choices={notUsReasons.map((value) => ({ value, label: say(`trial.reason.${value}`) }))}
          button="trial.not-us"
          schema={sayNotUs}
          send={async (reason) => {
            await notUs(trial.id, reason);
            announce(say('trial.not-us.said'));
          }}
          close={() => setLeaving(false)}
        />
      )}
    </article>
  );
}

/** Where the hour stands for me now. */
function momentOf(trial: TrialRow, me: string, over: boolean): string {
  if (trial.status === 'planning') {
    if (!trial.starts_at || over) return 'plan';
    return trial.proposed_by === me ? 'agree-awaited' : 'agree';
  }
  if (trial.status === 'agreed') {
    if (!over) return 'meet';
    return trial.i_say ? 'say-awaited' : 'say';
  }
  return trial.status;
}
