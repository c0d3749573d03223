import { useState } from 'preact/hooks';
import { withdrawApplication } from '../../features/applications/api.ts';
import type { MyApplication } from '../../features/applications/rows.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Verb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';

/** Taking it back, after one question. */
export function Withdraw({ application, title }: { application: MyApplication; title: string }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const draft = application.status === 'draft';
  const label = say(draft ? 'applications.withdraw.draft' : 'applications.withdraw');
  return (
    <>
      <button type="button" class="link" onClick={() => setOpen(true)}>
        {label}
        <span class="visually-hidden">: {title}</span>
      </button>
      {open && (
        <Dialog
          title={draft ? label : say('applications.withdraw.title', { programme: title })}
          close={() => setOpen(false)}
        >
          <p>{say(draft ? 'applications.withdraw.text.draft' : 'applications.withdraw.text')}</p>
          <p class="buttons">
            <Verb
              label={draft ? 'applications.withdraw.yes.draft' : 'applications.withdraw.yes'}
              done="applications.withdraw.done"
              verb={async () => {
                await withdrawApplication(application.id);
                setOpen(false);
              }}
            />
          </p>
        </Dialog>
      )}
    </>
  );
}
