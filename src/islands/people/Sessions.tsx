import { useStore } from '../../ui/useStore.ts';
import { signOut } from '../../features/session/api.ts';
import { $session } from '../../features/session/store.ts';
import { path } from '../../lib/urls.ts';
import { Verb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';

/** Signing out here, or on every device; and who sees a coordinator's address. */
export function Sessions({ coordinator }: { coordinator: boolean }) {
  const say = useSay();
  const address = useStore($session)?.user.email ?? '';
  const leave = (everywhere: boolean) => async () => {
    await signOut(everywhere);
    location.assign(path(say.lang));
  };
  return (
    <section class="sheet">
      <h2>{say('people.sessions.title')}</h2>
      <p>{say('people.sessions.text', { address })}</p>
      {coordinator && <p>{say('people.sessions.coordinator')}</p>}
      <div class="buttons">
        <Verb label="people.sessions.here" verb={leave(false)} />
        <Verb label="people.sessions.everywhere" quiet verb={leave(true)} />
      </div>
    </section>
  );
}
