import { useState } from 'preact/hooks';
import type { Facts } from '../../features/needs/model.ts';
import { localeFacts } from '../../i18n/locales.ts';
import { path } from '../../lib/urls.ts';
import { locales, type Locale } from '../../schemas/vocabulary.ts';
import { CopyText } from '../../ui/CopyText.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useSay } from '../../ui/words.tsx';
import { shareText } from './facts.ts';
import { useNeedNames } from './names.tsx';

type Shareable = Facts & { code: string; programme: string; country: string };

/** Words to pass on, in the language of whoever will read them. */
export function Share({ need, close }: { need: Shareable; close: () => void }) {
  const say = useSay();
  const { names, shared } = useNeedNames();
  const [lang, setLang] = useState<Locale>(say.lang);
  const link = `${location.origin}${path(lang, 'needs')}#${need.code}`;
  return (
    <Dialog title={say('need.share.title')} close={close}>
      <p>{say('need.share.lead')}</p>
      <div class="field">
        <label for="share-language">{say('need.share.language')}</label>
        <select
          id="share-language"
          value={lang}
          onChange={(event) => setLang(event.currentTarget.value as Locale)}
        >
          {locales.map((one) => (
            <option key={one} value={one}>
              {localeFacts[one].name}
            </option>
          ))}
        </select>
      </div>
      <CopyText
        label={say('need.share.text')}
        button="need.share.copy"
        done="need.share.copied"
        text={shareText(lang, shared[lang], names, need, link)}
        lang={lang}
        rows={5}
      />
    </Dialog>
  );
}
