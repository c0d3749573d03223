import { useState } from 'preact/hooks';
import { declineReferral } from '../../features/referrals/api.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Verb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';

/** Saying no, after one question. */
export function SayNo({ secret, partner, done }: { secret: string; partner: string; done: () => void }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  return (
    <p class="say-no">
      <button type="button" class="button quiet" onClick={() => setOpen(true)}>
        {say('referral.no')}
      </button>
      {open && (
        <Dialog title={say('referral.no.title')} close={() => setOpen(false)}>
          <p>{say('referral.no.text', { partner })}</p>
          <p class="buttons">
            <Verb
              label="referral.no.yes"
              verb={async () => {
                await declineReferral(secret);
                setOpen(false);
                done();
              }}
            />
          </p>
        </Dialog>
      )}
    </p>
  );
}
