import { useEffect, useState } from 'preact/hooks';
import { prepareToSignIn, takeLink } from '../../features/session/api.ts';
import { takeWay } from '../../features/session/way.ts';
import { path } from '../../lib/urls.ts';
import { Island } from '../../ui/Island.tsx';
import { keepAddress } from '../../ui/keep-address.ts';
import { refusalWords } from '../../ui/refusal-words.ts';
import { useVerb, VerbButton } from '../../ui/Verb.tsx';
import { useSay, type Spoken } from '../../ui/words.tsx';

/** The page the mail leads to. A button, so that mail scanners, which open every link, do not use it up. */
export default function LinkSignIn(props: Spoken) {
  return (
    <Island {...props}>
      <OneButton />
    </Island>
  );
}

function OneButton() {
  const say = useSay();
  const state = useVerb();
  const [secret, setSecret] = useState('');
  useEffect(() => {
    setSecret(location.hash.slice(1));
    prepareToSignIn();
    return keepAddress();
  }, []);
  async function enter() {
    // Gone from the address and the history before anything else reads it.
    history.replaceState(null, '', location.pathname);
    if (await state.run(() => takeLink(secret))) location.assign(takeWay(say.lang));
  }
  const signIn = (
    <a class="button quiet" href={path(say.lang, 'sign-in')}>
      {say('sign-in.send')}
    </a>
  );
  // Any other refusal leaves the link as good as it was.
  if (state.refusal?.key.startsWith('code_')) {
    return (
      <section class="state" role="alert">
        <h2>{say('sign-in.link.failed')}</h2>
        <p>{refusalWords(say, state.refusal)}</p>
        {signIn}
      </section>
    );
  }
  return (
    <section class="state">
      <p>{secret ? say('sign-in.link.ready') : say('sign-in.link.none')}</p>
      {secret ? <VerbButton label="sign-in.enter" state={state} press={() => void enter()} /> : signIn}
    </section>
  );
}
