import { useEffect, useRef } from 'preact/hooks';
import { linkTo, type Referring } from '../../features/referrals/model.ts';
import type { Receipt as Made } from '../../features/referrals/rows.ts';
import type { Locale } from '../../schemas/vocabulary.ts';
import { CopyText } from '../../ui/CopyText.tsx';
import { useSay } from '../../ui/words.tsx';

interface Props {
  receipt: Made;
  typed: Referring;
  sms: Record<Locale, string>;
  again: () => void;
}

/** What the partner keeps: a code to talk about it, the way to the status, and what happens now. */
export function Receipt({ receipt, typed, sms, again }: Props) {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { code, status_secret: status, secret } = receipt;
  const theirs = typed.locale as Locale;
  return (
    <section class="sheet receipt">
      <h2 ref={heading} tabIndex={-1}>
        {say('refer.done')}
      </h2>
      <p class="receipt-code">{code}</p>
      <p>{say('refer.code')}</p>
      <h3>{say('refer.next')}</h3>
      <ol>
        <li>{say(secret ? 'refer.next.phone' : 'refer.next.mail')}</li>
        <li>{say('refer.next.reads')}</li>
        <li>{say('refer.next.month')}</li>
      </ol>
      {secret && (
        <CopyText
          label={say('refer.sms.label')}
          text={sms[theirs].replace('{link}', linkTo.person(location.origin, theirs, secret))}
          button="refer.copy"
          done="refer.copied"
        />
      )}
      <CopyText
        label={say('refer.status.link')}
        hint={say('refer.status.link.hint')}
        text={linkTo.status(location.origin, say.lang, status)}
        button="refer.copy"
        done="refer.copied"
      />
      <p>
        <button type="button" class="button quiet" onClick={again}>
          {say('refer.another')}
        </button>
      </p>
    </section>
  );
}
