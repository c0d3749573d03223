import { useStore } from '../../ui/useStore.ts';
import { useEffect, useState } from 'preact/hooks';
import { takeReferral } from '../../features/referrals/api.ts';
import { shareReferral } from '../../features/referrals/model.ts';
import type { Told } from '../../features/referrals/rows.ts';
import { $session, isSignedIn } from '../../features/session/store.ts';
import { dateWords } from '../../lib/dates.ts';
import { path } from '../../lib/urls.ts';
import type { ShareLevel } from '../../schemas/referral.ts';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Submit } from '../../ui/Submit.tsx';
import { useForm } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';
import { AddressStep } from '../session/AddressStep.tsx';
import { CodeStep } from '../session/CodeStep.tsx';
import { ShareField } from './ShareField.tsx';

/** Going on: what the partner may see, then one's own application. Signing in happens here, so the link stays in the page. */
export function Take({ secret, about }: { secret: string; about: Told }) {
  const say = useSay();
  const signedIn = useSignedIn();
  const form = useForm<{ level: ShareLevel }>({
    id: 'take',
    start: { level: 'nothing' },
    schema: shareReferral,
    async send({ level }) {
      await takeReferral(secret, level, say.lang);
      location.assign(
        `${path(say.lang, 'apply', 'mentee')}?programme=${encodeURIComponent(about.programme)}`,
      );
    },
  });
  return (
    <>
      <h2>{say('referral.yours')}</h2>
      <p>{say('referral.yours.text', { day: dateWords(say.lang, about.expires_at) })}</p>
      {signedIn.is ? (
        <form class="sheet" noValidate onSubmit={(event) => void form.submit(event)}>
          <ErrorSummary form={form} labels={{}} />
          <ShareField form={form} partner={about.partner} />
          <Submit form={form} label="referral.take" />
        </form>
      ) : (
        <SignInHere done={signedIn.now} />
      )}
    </>
  );
}

/** Whether somebody is signed in here: now, after the code, or in another tab through the link in the mail. */
function useSignedIn() {
  const session = useStore($session);
  const [entered, setEntered] = useState(false);
  useEffect(() => setEntered(isSignedIn()), []);
  return { is: entered || session !== null, now: () => setEntered(true) };
}

function SignInHere({ done }: { done: () => void }) {
  const say = useSay();
  const [address, setAddress] = useState('');
  const [sent, setSent] = useState(false);
  if (sent) return <CodeStep address={address} back={() => setSent(false)} entered={done} />;
  return (
    <>
      <p>{say('referral.sign-in')}</p>
      <AddressStep address={address} setAddress={setAddress} sent={() => setSent(true)} />
    </>
  );
}
