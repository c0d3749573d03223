import { sendNewsletter } from '../../features/newsletters/desk-api.ts';
import type { BegunNewsletter } from '../../features/newsletters/rows.ts';
import { localeFacts } from '../../i18n/locales.ts';
import { locales } from '../../schemas/vocabulary.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Verb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';
import { useProgrammeName } from '../desk/labels.tsx';
import { useChange } from './useChange.ts';

interface Props {
  newsletter: BegunNewsletter;
  title: string;
  close: () => void;
}

/** The last question before it leaves. */
export function Send({ newsletter, title, close }: Props) {
  const say = useSay();
  const change = useChange();
  const programmeName = useProgrammeName();
  const { programme, audience, receivers, texts } = newsletter;
  const languages = locales.filter((locale) => texts[locale]).map((locale) => localeFacts[locale].name);
  return (
    <Dialog title={say('desk-newsletters.send.title')} close={close}>
      <p dir="auto">
        <strong>{title}</strong>
      </p>
      <p class="desk-facts">
        <span>{programmeName(programme)}</span>
        <span>{say(`newsletter.audience.${audience}`)}</span>
        <span>{languages.join(', ')}</span>
      </p>
      <p>{say('desk-newsletters.reach', { count: receivers })}</p>
      <p>{say('desk-newsletters.send.text')}</p>
      <p class="buttons">
        <Verb
          label="desk-newsletters.send.go"
          verb={async () => {
            await change(
              () => sendNewsletter(newsletter),
              (count) => say('desk-newsletters.sent', { count }),
            );
            close();
          }}
        />
      </p>
    </Dialog>
  );
}
