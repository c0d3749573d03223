import { useState } from 'preact/hooks';
import {
  acceptProposal,
  declineProposal,
  replyToRequest as reply,
  withdrawRequest,
} from '../../features/requests/api.ts';
import { limits, replyToRequest, sendRequest } from '../../features/requests/model.ts';
import { dayWords } from '../../lib/dates.ts';
import type { MyPage, RequestRow } from '../../lib/api/rows.ts';
import { path } from '../../lib/urls.ts';
import { announce } from '../../ui/status.tsx';
import { TextDialog } from '../../ui/TextDialog.tsx';
import { Verb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';
import { Reasons } from '../fit/reasons.tsx';
import { Quote } from './Quote.tsx';
import { Standing } from './Standing.tsx';

/** One request of a mentee: where it stands, what that means, by when, and what she can do. */
export function RequestCard({ request, drafts }: { request: RequestRow; drafts: MyPage['drafts'] }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const { id, status, card, opened_at } = request;
  const name = card?.name ?? say('request.somebody');
  const until = dayWords(say.lang, request.expires_at);
  const proposed = status === 'proposed';
  // A proposal that ended before she said yes to it: the mentor was never asked.
  const unasked =
    opened_at === null &&
    (status === 'declined' || status === 'withdrawn' || status === 'expired' || status === 'closed');
  const draft = proposed ? `proposal/${id}` : `reply/${id}`;
  const field = proposed ? 'message' : 'reply';

  async function send(text: string) {
    if (proposed) {
      await acceptProposal(id, text);
      announce(say('request.sent', { name }));
    } else {
      await reply(id, text);
      announce(say('request.replied'));
    }
  }

  return (
    <article class="card" id={`request-${id}`} data-row={`request-${id}`}>
      <Standing
        name={name}
        person={card?.person}
        state={unasked ? say(`request.unasked.${status}`) : say(`request.state.${status}`, { name })}
        mine={proposed || status === 'asked'}
      >
        {unasked ? say('request.unasked.means', { name }) : say(`request.means.${status}`, { name, until })}
      </Standing>
      {proposed && <Reasons reasons={request.reasons} side="mentee" most={4} />}
      <Quote
        label={say(opened_at === null ? 'request.coordinator-wrote' : 'request.you-wrote')}
        text={request.message}
      />
      <Quote label={say('request.they-asked', { name })} text={request.question} />
      <Quote label={say('request.reply')} text={request.reply} />
      <div class="buttons">
        {(proposed || status === 'asked') && (
          <button type="button" class="button" onClick={() => setOpen(true)}>
            {say(proposed ? 'request.proposal.yes' : 'request.reply')}
            <span class="visually-hidden"> {name}</span>
          </button>
        )}
        {proposed && (
          <Verb
            label="request.proposal.no"
            about={name}
            quiet
            done="request.proposal.declined"
            verb={() => declineProposal(id)}
          />
        )}
        {(status === 'open' || status === 'asked') && (
          <Verb
            label="request.withdraw"
            about={name}
            quiet
            done="request.withdrawn"
            verb={() => withdrawRequest(id)}
          />
        )}
        {proposed && card && (
          <a href={`${path(say.lang, 'mentors', 'mentor')}#${request.mentor}`}>
            {say('request.look', { name })}
          </a>
        )}
      </div>
      {open && (
        <TextDialog
          title={say(proposed ? 'request.ask' : 'request.they-asked', { name })}
          name={field}
          label={proposed ? 'request.message' : 'request.reply'}
          button={proposed ? 'request.send' : 'request.reply.send'}
          max={limits[field].max}
          schema={proposed ? sendRequest : replyToRequest}
          draft={draft}
          start={String(drafts[draft]?.[field] ?? '')}
          send={send}
          close={() => setOpen(false)}
        />
      )}
    </article>
  );
}
