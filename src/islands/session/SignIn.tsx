import { useStore } from '../../ui/useStore.ts';
import { useEffect, useState } from 'preact/hooks';
import { signOut } from '../../features/session/api.ts';
import { nextPage } from '../../features/session/model.ts';
import { $session } from '../../features/session/store.ts';
import { Island } from '../../ui/Island.tsx';
import { keepAddress } from '../../ui/keep-address.ts';
import { Verb } from '../../ui/Verb.tsx';
import { useSay, type Spoken } from '../../ui/words.tsx';
import { AddressStep } from './AddressStep.tsx';
import { CodeStep } from './CodeStep.tsx';

/** Signing in by a mailed code: an address, then eight digits. */
export default function SignIn(props: Spoken) {
  return (
    <Island {...props}>
      <Steps lang={props.lang} />
    </Island>
  );
}

function Steps({ lang }: { lang: string }) {
  const session = useStore($session);
  const [address, setAddress] = useState('');
  const [sent, setSent] = useState(false);
  useEffect(keepAddress, []);
  if (session) return <AlreadyIn address={session.user.email ?? ''} lang={lang} />;
  if (sent) return <CodeStep address={address} back={() => setSent(false)} />;
  return <AddressStep address={address} setAddress={setAddress} sent={() => setSent(true)} />;
}

function AlreadyIn({ address, lang }: { address: string; lang: string }) {
  const say = useSay();
  const leave = async () => {
    await signOut(false);
    location.reload();
  };
  return (
    <section class="state">
      <h2>{say('sign-in.already')}</h2>
      <p>{say('sign-in.already.text', { address })}</p>
      <p class="buttons">
        <a class="button" href={nextPage(location.search, lang, location.hash)}>
          {say('sign-in.to-my-page')}
        </a>
        <Verb label="sign-in.sign-out" quiet verb={leave} />
      </p>
    </section>
  );
}
