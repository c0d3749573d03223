import { useStore } from '../../ui/useStore.ts';
import { useEffect } from 'preact/hooks';
import { $session, isSignedIn } from '../../features/session/store.ts';
import { path } from '../../lib/urls.ts';
import { announce } from '../../ui/status.tsx';
import type { Form } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';

/** Signed out while writing: a new window to sign in, because this one holds what was typed. */
export function SignedOut<V extends object>({ form }: { form: Form<V> }) {
  const say = useSay();
  const session = useStore($session);
  const refused = form.refusal?.key === 'session_over' || form.refusal?.key === 'sign_in_first';
  const out = (form.kept === 'failed' || refused) && !isSignedIn();
  useEffect(() => {
    if (out) announce(say('people.signed-out'));
  }, [out]);
  useEffect(() => {
    if (session && (form.kept === 'failed' || refused)) form.keepAgain();
  }, [session]);
  if (!out) return null;
  const next = encodeURIComponent(location.pathname);
  return (
    <section class="state" role="alert">
      <h2>{say('people.signed-out')}</h2>
      <p>{say('people.signed-out.text')}</p>
      <p>
        <a class="button" href={`${path(say.lang, 'sign-in')}?next=${next}`} target="_blank" rel="opener">
          {say('people.signed-out.link')}
        </a>
      </p>
    </section>
  );
}
