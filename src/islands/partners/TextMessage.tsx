import { useState } from 'preact/hooks';
import { textReferral } from '../../features/referrals/api.ts';
import { linkTo } from '../../features/referrals/model.ts';
import type { Locale } from '../../schemas/vocabulary.ts';
import { CopyText } from '../../ui/CopyText.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Verb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';

interface Props {
  referral: string;
  name: string;
  phone: string;
  /** Of her messages. */
  locale: Locale;
  sms: Record<Locale, string>;
  close: () => void;
}

/** The text message for somebody without a mail address. The link in it is hers: it is shown here this once. */
export function TextMessage({ referral, name, phone, locale, sms, close }: Props) {
  const say = useSay();
  const [secret, setSecret] = useState<string | null>(null);
  const text = secret && sms[locale].replace('{link}', linkTo.person(location.origin, locale, secret));
  return (
    <Dialog
      title={say('partners.text.title', { name })}
      close={close}
      leave={text ? 'partners.text.done' : undefined}
    >
      <p>{say('partners.text.text')}</p>
      {text ? (
        <>
          <CopyText
            label={say('partners.text.label', { phone })}
            text={text}
            button="partners.text.copy"
            done="partners.copied"
          />
          <p>
            <a href={`sms:${phone.replace(/[^+\d]/g, '')}?&body=${encodeURIComponent(text)}`}>
              {say('partners.text.open')}
            </a>
          </p>
        </>
      ) : (
        <p class="buttons">
          <Verb label="partners.text.make" verb={async () => setSecret(await textReferral(referral))} />
        </p>
      )}
    </Dialog>
  );
}
