import type { Desk, LostMail } from '../../features/desk/model.ts';
import { dayWords } from '../../lib/dates.ts';
import { useSay } from '../../ui/words.tsx';
import { Row } from './Row.tsx';
import { Section } from './Section.tsx';

/** Mails that could not be delivered: what they were about, never what they said. */
export function Mails({ desk }: { desk: Desk }) {
  return (
    <Section
      kind="mails"
      few={desk.mails}
      row={(mail) => <Mail key={`${mail.person}/${mail.kind}/${mail.since}`} mail={mail} />}
    />
  );
}

function Mail({ mail }: { mail: LostMail }) {
  const say = useSay();
  const key = `desk.mail.${mail.kind}`;
  const kind = say(say.has(key) ? key : 'desk.mail.unknown');
  return (
    <Row
      id={`${mail.person}/${mail.kind}/${mail.since}`}
      names={[mail.name]}
      title={mail.name}
      aside={say('desk.mail.given-up', { date: dayWords(say.lang, mail.since) })}
    >
      <p>{say('desk.mail', { kind })}</p>
    </Row>
  );
}
