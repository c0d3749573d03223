import { useState } from 'preact/hooks';
import { dropAssisted } from '../../features/applications/assist-api.ts';
import type { MyApplication } from '../../features/applications/rows.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Verb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';

interface Props {
  application: MyApplication;
  name: string;
  dropped: () => Promise<void>;
}

/** Throwing it away, after one question. */
export function Drop({ application, name, dropped }: Props) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="link" onClick={() => setOpen(true)}>
        {say('assist.drop')}
      </button>
      {open && (
        <Dialog title={say('assist.drop.title', { name })} close={() => setOpen(false)}>
          <p>{say('assist.drop.text')}</p>
          <p class="buttons">
            <Verb
              label="assist.drop.yes"
              done="assist.drop.done"
              verb={async () => {
                await dropAssisted(application.id);
                await dropped();
              }}
            />
          </p>
        </Dialog>
      )}
    </>
  );
}
