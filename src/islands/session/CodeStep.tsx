import { useEffect, useState } from 'preact/hooks';
import { askForCode, takeCode } from '../../features/session/api.ts';
import { looksLikeCode, nextPage } from '../../features/session/model.ts';
import { useVerb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';
import { OneField } from './OneField.tsx';

interface Props {
  address: string;
  back: () => void;
  /** What comes then; the page one came from, unless it says otherwise. */
  entered?: (lang: string) => void;
}

/** Second step: the eight digits from the mail, typed or pasted in any shape. */
export function CodeStep({ address, back, entered = goOn }: Props) {
  const say = useSay();
  const { busy, refusal, run } = useVerb();
  const [code, setCode] = useState('');
  const [unsound, setUnsound] = useState(false);
  const [wait, setWait] = useCountdown(60);

  async function enter(event: Event) {
    event.preventDefault();
    const sound = looksLikeCode(code);
    setUnsound(!sound);
    if (sound && (await run(() => takeCode(address, code)))) entered(say.lang);
  }
  async function resend() {
    if (wait > 0) return;
    setUnsound(false);
    const mailed = await run(() => askForCode(address, say.lang), 'sign-in.sent-again');
    if (mailed) setWait(60);
  }

  return (
    <form class="sheet" noValidate onSubmit={(event) => void enter(event)}>
      <p role="status">{say('sign-in.sent', { address })}</p>
      <OneField
        name="code"
        type="text"
        label={say('sign-in.code')}
        hint={say('sign-in.code.hint')}
        autocomplete="one-time-code"
        inputMode="numeric"
        value={code}
        focus
        error={unsound ? say('refusal.code_malformed') : null}
        refusal={refusal}
        set={setCode}
      />
      <button type="submit" class="button" aria-disabled={busy}>
        {say('sign-in.enter')}
      </button>
      <p class="links">
        <button type="button" class="link" aria-disabled={wait > 0 || busy} onClick={() => void resend()}>
          {wait > 0 ? say('sign-in.again-in', { count: wait }) : say('sign-in.again')}
        </button>
        <button type="button" class="link" onClick={back}>
          {say('sign-in.other-address')}
        </button>
      </p>
      <p class="small soft">{say('sign-in.no-mail')}</p>
    </form>
  );
}

const goOn = (lang: string) => location.assign(nextPage(location.search, lang, location.hash));

/** Seconds left, going down by themselves. */
function useCountdown(from: number): [number, (seconds: number) => void] {
  const [left, setLeft] = useState(from);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return [left, setLeft];
}
