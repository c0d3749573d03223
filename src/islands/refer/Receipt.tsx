import { useEffect, useRef } from 'preact/hooks';
import { linkTo } from '../../features/referrals/model.ts';
import type { Receipt as Made } from '../../features/referrals/rows.ts';
import { CopyText } from '../../ui/CopyText.tsx';
import { useSay } from '../../ui/words.tsx';

interface Props {
  receipt: Made;
  /** How the link comes to the person: by mail, or by a coordinator's text message. */
  way: 'mail' | 'phone';
  again: () => void;
}

/** What the partner keeps: a code to talk about it, the way to the status, and what happens now. */
export function Receipt({ receipt, way, again }: Props) {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { code, status_secret: status } = receipt;
  return (
    <section class="sheet receipt">
      <h2 ref={heading} tabIndex={-1}>
        {say('refer.done')}
      </h2>
      <p class="receipt-code">{code}</p>
      <p>{say('refer.code')}</p>
      <h3>{say('refer.next')}</h3>
      <ol>
        <li>{say(`refer.next.${way}`)}</li>
        <li>{say('refer.next.reads')}</li>
        <li>{say('refer.next.month')}</li>
      </ol>
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
