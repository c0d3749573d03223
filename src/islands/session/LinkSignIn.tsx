import { useEffect, useState } from 'preact/hooks';
import { takeLink } from '../../features/session/api.ts';
import { takeWay } from '../../features/session/way.ts';
import { path } from '../../lib/urls.ts';
import { Island } from '../../ui/Island.tsx';
import { refusalWords } from '../../ui/refusal-words.ts';
import { useVerb } from '../../ui/Verb.tsx';
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
  const { busy, refusal, run } = useVerb();
  const [secret, setSecret] = useState('');
  useEffect(() => setSecret(location.hash.slice(1)), []);
  async function enter() {
    // Gone from the address and the history before anything else reads it.
    history.replaceState(null, '', location.pathname);
    if (await run(() => takeLink(secret))) location.assign(takeWay(say.lang));
  }
  const signIn = (
    <a class="button quiet" href={path(say.lang, 'sign-in')}>
      {say('sign-in.send')}
    </a>
  );
  if (refusal) {
    return (
      <section class="state" role="alert">
        <h2>{say('sign-in.link.failed')}</h2>
        <p>{refusalWords(say, refusal)}</p>
        {signIn}
      </section>
    );
  }
  return (
    <section class="state">
      <p>{secret ? say('sign-in.link.ready') : say('sign-in.link.none')}</p>
      {secret ? (
        <button type="button" class="button" aria-disabled={busy} onClick={() => void enter()}>
          {say('sign-in.enter')}
        </button>
      ) : (
        signIn
      )}
    </section>
  );
}
