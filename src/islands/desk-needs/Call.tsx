import { useState } from 'preact/hooks';
import { closeNeed, prolongNeed } from '../../features/needs/desk-api.ts';
import { closeNeed as shape, closeReasons, type DeskNeed } from '../../features/needs/model.ts';
import { dateWords } from '../../lib/dates.ts';
import { path } from '../../lib/urls.ts';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { announce } from '../../ui/status.tsx';
import { Verb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';
import { factsOf } from '../needs/facts.ts';
import { useNeedNames } from '../needs/names.tsx';
import { Share } from '../needs/Share.tsx';
import { Whole } from './Whole.tsx';

type Mine = DeskNeed & { programme: string; country: string };

/** One call: what it tells, how it stands, who has answered, and what one can do. */
export function Call({ need }: { need: Mine }) {
  const say = useSay();
  const { names, shared, field } = useNeedNames();
  const [doing, setDoing] = useState<'share' | 'close' | null>(null);
  const name = field(need.field);
  const facts = factsOf(say.lang, shared[say.lang], names, need, need.country);
  const close = () => setDoing(null);
  async function end(reason: string) {
    await closeNeed(need.id, reason);
    announce(say('desk-needs.need.closed'));
  }
  return (
    <li class="desk-row call" data-row={need.id}>
      <div class="desk-what">
        <div class="desk-head">
          <h3>{name}</h3>
          <State need={need} />
          {!need.own && <Whole />}
        </div>
        <p class="desk-facts">
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
        <Answers need={need} />
      </div>
      {!need.reason && need.own && (
        <div class="desk-actions">
          {need.covered && (
            <>
              <button type="button" class="button" onClick={() => setDoing('share')}>
                {say('need.share')}
                <span class="visually-hidden"> {name}</span>
              </button>
              <a class="button quiet" href={`${path(say.lang, 'needs')}#${need.code}`}>
                {say('desk-needs.need.see')}
                <span class="visually-hidden"> {name}</span>
              </a>
              <Verb
                label="desk-needs.need.prolong"
                about={name}
                quiet
                done="desk-needs.need.prolonged"
                verb={() => prolongNeed(need.id)}
              />
            </>
          )}
          <button type="button" class="button quiet" onClick={() => setDoing('close')}>
            {say('desk-needs.need.close')}
            <span class="visually-hidden"> {name}</span>
          </button>
        </div>
      )}
      {doing === 'share' && <Share need={need} close={close} />}
      {doing === 'close' && (
        <ReasonDialog
          name={name}
          title="desk-needs.need.close.title"
          text="desk-needs.need.close.text"
          label="desk-needs.need.close.reason"
          choices={closeReasons.map((value) => ({ value, label: say(`desk-needs.need.close.${value}`) }))}
          button="desk-needs.need.close.send"
          schema={shape}
          send={end}
          close={close}
        />
      )}
    </li>
  );
}

function State({ need: { reason, covered, expires_on } }: { need: DeskNeed }) {
  const say = useSay();
  if (reason) return <span class="desk-aside">{say(`desk-needs.need.ended.${reason}`)}</span>;
  if (!covered) return <span class="desk-tag">{say('desk-needs.need.hidden')}</span>;
  return (
    <span class="desk-tag">{say('desk-needs.need.open', { date: dateWords(say.lang, expires_on) })}</span>
  );
}

function Answers({ need: { answers } }: { need: DeskNeed }) {
  const say = useSay();
  if (answers.length === 0) return <p>{say('desk-needs.need.no-answer')}</p>;
  return (
    <p class="call-answers">
      {say('desk-needs.need.answers', { count: answers.length })}{' '}
      {answers.map(({ application, name }) => (
        <a key={application} href={`${path(say.lang, 'desk', 'applications')}#${application}`}>
          <bdi>{name}</bdi>
        </a>
      ))}
    </p>
  );
}
