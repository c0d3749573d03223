import { useState } from 'preact/hooks';
import { stopTrial } from '../../features/trials/api.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Verb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';
import { useDeal } from './useDeal.ts';

/** Stops a first hour after a question: both are told kindly. */
export function StopTrial({ trial, pair }: { trial: string; pair: string }) {
  const say = useSay();
  const deal = useDeal();
  const [open, setOpen] = useState(false);
  async function stop() {
    await deal(() => stopTrial(trial), say('desk.trial.stopped', { pair }));
    setOpen(false);
  }
  return (
    <>
      <button type="button" class="button quiet" onClick={() => setOpen(true)}>
        {say('desk.stop.ask')}
        <span class="visually-hidden"> {pair}</span>
      </button>
      {open && (
        <Dialog title={say('desk.trial.stop.title', { pair })} close={() => setOpen(false)}>
          <p>{say('desk.trial.stop.text')}</p>
          <p class="buttons">
            <Verb label="desk.stop" about={pair} verb={stop} />
          </p>
        </Dialog>
      )}
    </>
  );
}
