import { useState } from 'preact/hooks';
import { giveUpPlace } from '../../features/applications/api.ts';
import type { MyApplication } from '../../features/applications/rows.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Verb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';

/** Not wanting to begin after all, after one question. */
export function GiveUp({ application: { part }, title }: { application: MyApplication; title: string }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="link" onClick={() => setOpen(true)}>
        {say('applications.give-up')}
        <span class="visually-hidden">: {title}</span>
      </button>
      {open && (
        <Dialog title={say('applications.give-up.title', { programme: title })} close={() => setOpen(false)}>
          <p>{say('applications.give-up.text')}</p>
          <p class="buttons">
            <Verb
              label="applications.give-up.yes"
              done="applications.give-up.done"
              verb={async () => {
                await giveUpPlace(part);
                setOpen(false);
              }}
            />
          </p>
        </Dialog>
      )}
    </>
  );
}
