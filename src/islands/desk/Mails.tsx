import { putMailAside, sendMailAgain } from '../../features/desk/api.ts';
import type { Desk, LostMail } from '../../features/desk/model.ts';
import { dayWords } from '../../lib/dates.ts';
import { path } from '../../lib/urls.ts';
import { Verb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';
import { PhoneLink } from './CallOrWrite.tsx';
import { Row } from './Row.tsx';
import { Section } from './Section.tsx';
import { useDeal } from './useDeal.ts';

/** Mails that could not be delivered: what they were about, never what they said. */
export function Mails({ desk }: { desk: Desk }) {
  return <Section kind="mails" few={desk.mails} row={(mail) => <Mail key={mail.id} mail={mail} />} />;
}

function Mail({ mail }: { mail: LostMail }) {
  const say = useSay();
  const deal = useDeal();
  const { id, phone } = mail;
  const name = mail.name ?? say('desk.mail.visitor');
  const key = `desk.mail.${mail.kind}`;
  const kind = say(say.has(key) ? key : 'desk.mail.unknown');
  return (
    <Row
      id={`mail/${id}`}
      names={[name]}
      title={name}
      aside={say('desk.mail.given-up', { date: dayWords(say.lang, mail.since) })}
      actions={
        <>
          <Verb
            label="desk.mail.again"
            about={`${name}, ${kind}`}
            verb={() => deal(() => sendMailAgain(id), say('desk.mail.sent-again', { name }))}
          />
          <Verb
            label="desk.mail.aside"
            about={`${name}, ${kind}`}
            quiet
            verb={() => deal(() => putMailAside(id), say('desk.mail.put-aside', { name }))}
          />
        </>
      }
    >
      <p>{say('desk.mail', { kind })}</p>
      <WhatToDo mail={mail} name={name} />
      {phone && (
        <p>
          <PhoneLink phone={phone} />
        </p>
      )}
    </Row>
  );
}

/** Where the address can be mended, of somebody who has no name here yet. */
function WhatToDo({ mail: { partner, draft }, name }: { mail: LostMail; name: string }) {
  const say = useSay();
  if (partner)
    return (
      <p>
        {say('desk.mail.referred', { partner })}{' '}
        <a href={path(say.lang, 'desk', 'partners')}>
          {say('desk.mail.referral-open')}
          <span class="visually-hidden">: {name}</span>
        </a>
      </p>
    );
  if (!draft) return null;
  const page = path(say.lang, 'desk', 'applications', 'assist', draft.part);
  return (
    <p>
      {say('desk.mail.draft')}{' '}
      <a href={`${page}?application=${draft.application}`}>
        {say('desk.mail.draft-open')}
        <span class="visually-hidden">: {name}</span>
      </a>
    </p>
  );
}
