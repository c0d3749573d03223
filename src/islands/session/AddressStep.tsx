import { useEffect, useState } from 'preact/hooks';
import { askForCode, prepareToSignIn } from '../../features/session/api.ts';
import { looksLikeAddress } from '../../lib/address.ts';
import { useVerb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';
import { OneField } from './OneField.tsx';

interface Props {
  address: string;
  setAddress: (address: string) => void;
  sent: () => void;
}

/** First step: where the code goes. */
export function AddressStep({ address, setAddress, sent }: Props) {
  const say = useSay();
  const { busy, refusal, run } = useVerb();
  const [unsound, setUnsound] = useState(false);
  // Back from the code, to mend the address.
  const [mending] = useState(address !== '');
  // Pressed before the island wakes, the browser would send the address itself, in the URL.
  const [awake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  async function send(event: Event) {
    event.preventDefault();
    const sound = looksLikeAddress(address);
    setUnsound(!sound);
    // A code sent less than a minute ago is still good: on to where it is typed.
    if (sound && (await run(() => askForCode(address, say.lang).catch(onlyIfNotTooSoon)))) sent();
  }
  return (
    <form class="sheet" noValidate onSubmit={(event) => void send(event)} onFocusCapture={prepareToSignIn}>
      <OneField
        name="email"
        type="email"
        label={say('sign-in.address')}
        hint={say('sign-in.address.hint')}
        autocomplete="email"
        value={address}
        focus={mending}
        error={unsound ? say('refusal.address_invalid') : null}
        refusal={refusal}
        set={setAddress}
      />
      <button type="submit" class="button" disabled={!awake} aria-disabled={busy}>
        {say('sign-in.send')}
      </button>
      <p class="small soft">{say('sign-in.new-here')}</p>
    </form>
  );
}

function onlyIfNotTooSoon(error: { key?: string }): void {
  if (error.key !== 'too_soon') throw error;
}
