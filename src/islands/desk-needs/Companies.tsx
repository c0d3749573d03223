import { useState } from 'preact/hooks';
import { closeInvitation } from '../../features/needs/desk-api.ts';
import type { Recruiting } from '../../features/needs/desk-store.ts';
import type { Invitation } from '../../features/needs/model.ts';
import { dateField, dateWords } from '../../lib/dates.ts';
import { path } from '../../lib/urls.ts';
import { CopyText } from '../../ui/CopyText.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Verb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';
import { Invite } from './Invite.tsx';
import { Whole } from './Whole.tsx';

/** What is being made: a new invitation, a new link for one, or the link that has just been made. */
type Doing =
  { at: 'invite' } | { at: 'renew'; of: Invitation } | { at: 'made'; company: string; secret: string };

/** Companies whose staff may join, and how many of the places are taken. */
export function Companies({ board }: { board: Recruiting }) {
  const say = useSay();
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  // A dialog also closes where the next one takes its place.
  const leave = () => setDoing((now) => (now?.at === 'made' ? now : null));
  return (
    <section class="desk-section" aria-labelledby="companies-title">
      <h2 id="companies-title">{say('company.title')}</h2>
      <p class="desk-lead">{say('company.lead')}</p>
      {board.invitations.length === 0 ? (
        <p class="state">{say('company.none')}</p>
      ) : (
        <ul class="desk-rows plain">
          {board.invitations.map((one) => (
            <Row key={one.id} one={one} renew={() => setDoing({ at: 'renew', of: one })} />
          ))}
        </ul>
      )}
      <p class="buttons">
        <button type="button" class="button" onClick={() => setDoing({ at: 'invite' })}>
          {say('company.invite')}
        </button>
      </p>
      {doing?.at === 'made' && <Made {...doing} close={close} />}
      {doing && doing.at !== 'made' && (
        <Invite
          key={doing.at}
          programme={board.programme}
          of={doing.at === 'renew' ? doing.of : null}
          made={(company, secret) => setDoing({ at: 'made', company, secret })}
          close={leave}
        />
      )}
    </section>
  );
}

function Row({ one, renew }: { one: Invitation; renew: () => void }) {
  const say = useSay();
  const { company, quota, taken, valid_until, closed, own } = one;
  const late = valid_until < dateField(new Date());
  return (
    <li class="desk-row call" data-row={one.id}>
      <div class="desk-what">
        <div class="desk-head">
          <h3>
            <bdi>{company}</bdi>
          </h3>
          <span class={closed ? 'desk-aside' : 'desk-tag'}>
            {closed
              ? say('company.is-closed')
              : late
                ? say('company.late')
                : say('company.works-until', { date: dateWords(say.lang, valid_until) })}
          </span>
          {!own && <Whole />}
        </div>
        <p>{say('company.taken', { taken, quota })}</p>
      </div>
      {!closed && own && (
        <div class="desk-actions">
          <button type="button" class="button quiet" onClick={renew}>
            {say('company.renew')}
            <span class="visually-hidden"> {company}</span>
          </button>
          <Verb
            label="company.close"
            about={company}
            quiet
            done="company.closed"
            verb={() => closeInvitation(one.id)}
          />
        </div>
      )}
    </li>
  );
}

/** The link, shown this once. */
function Made({ company, secret, close }: { company: string; secret: string; close: () => void }) {
  const say = useSay();
  return (
    <Dialog title={say('company.link.title', { company })} close={close}>
      <p>{say('company.link.text')}</p>
      <CopyText
        label={say('company.link')}
        button="company.link.copy"
        done="company.link.copied"
        text={`${location.origin}${path(say.lang, 'join')}#${secret}`}
      />
    </Dialog>
  );
}
