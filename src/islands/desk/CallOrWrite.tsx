import type { DeskDrafts } from '../../features/desk/model.ts';
import { telHref } from '../../lib/reach.ts';
import { useSay } from '../../ui/words.tsx';
import { WriteTo } from './WriteTo.tsx';

interface Props {
  person: string;
  name: string;
  /** Null where none is given. */
  phone: string | null;
  drafts: DeskDrafts;
}

/** How a coordinator reaches somebody: a number to call, where there is one, and a few words that are mailed. */
export function CallOrWrite({ person, name, phone, drafts }: Props) {
  return (
    <>
      {phone && (
        <p>
          <PhoneLink phone={phone} />
        </p>
      )}
      <WriteTo person={person} name={name} drafts={drafts} />
    </>
  );
}

/** A number one can press to call. */
export function PhoneLink({ phone }: { phone: string }) {
  const say = useSay();
  return <a href={telHref(phone)}>{say('desk.mail.call', { phone })}</a>;
}
