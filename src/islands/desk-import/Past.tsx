import { useState } from 'preact/hooks';
import { undoImport, welcomeImported } from '../../features/imports/api.ts';
import type { PastImport } from '../../features/imports/model.ts';
import type { Undone } from '../../lib/imports/outcome.ts';
import { dateWords, momentWords } from '../../lib/dates.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { announce } from '../../ui/status.tsx';
import { useVerb, VerbButton } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';
import { useProgrammeName } from '../desk/labels.tsx';

/** What has been brought in at my desks, with what can still be done about it. */
export function Past({ imports }: { imports: PastImport[] }) {
  const say = useSay();
  const [stay, setStay] = useState<Undone['stay']>([]);
  return (
    <section class="import-past">
      <h2>{say('imports.past.title')}</h2>
      {stay.length > 0 && (
        <div class="notice" role="status">
          <p>{say('imports.undo.stay')}</p>
          <ul>
            {stay.map(({ row, name, why }) => (
              <li key={row}>{say(`imports.stay.${why}`, { name, row })}</li>
            ))}
          </ul>
        </div>
      )}
      {imports.length === 0 ? (
        <p class="soft">{say('imports.past.none')}</p>
      ) : (
        <ul class="plain">
          {imports.map((one) => (
            <One key={one.id} one={one} setStay={setStay} />
          ))}
        </ul>
      )}
    </section>
  );
}

function One({ one, setStay }: { one: PastImport; setStay: (stay: Undone['stay']) => void }) {
  const say = useSay();
  const programmeName = useProgrammeName();
  const [asks, setAsks] = useState<'undo' | 'welcome' | null>(null);
  const date = dateWords(say.lang, one.ran_at);
  const about = say(`imports.past.row.${one.part}`, { count: one.made });
  return (
    <li class="card">
      <p>
        <strong>{about}</strong> · {programmeName(one.programme)}
        <br />
        <span class="soft">
          {one.by ? say('imports.past.by', { date, name: one.by }) : say('imports.past.at', { date })}
        </span>
      </p>
      {one.status === 'undone' && <p class="soft">{say('imports.past.undone')}</p>}
      {one.welcomed_at && <p class="soft">{say('imports.past.welcomed')}</p>}
      {(one.may_welcome || one.undo_until) && (
        <p class="links">
          {one.may_welcome && (
            <button type="button" class="link" onClick={() => setAsks('welcome')}>
              {say('imports.welcome')}
              <span class="visually-hidden">: {about}</span>
            </button>
          )}
          {one.undo_until && (
            <button type="button" class="link" onClick={() => setAsks('undo')}>
              {say('imports.undo')}
              <span class="visually-hidden">: {about}</span>
            </button>
          )}
          {one.undo_until && (
            <span class="soft import-until">
              {say('imports.undo.until', { date: momentWords(say.lang, one.undo_until) })}
            </span>
          )}
        </p>
      )}
      {asks === 'undo' && <Undo one={one} close={() => setAsks(null)} setStay={setStay} />}
      {asks === 'welcome' && <Welcome one={one} close={() => setAsks(null)} />}
    </li>
  );
}

function Undo({
  one,
  close,
  setStay,
}: {
  one: PastImport;
  close: () => void;
  setStay: (stay: Undone['stay']) => void;
}) {
  const say = useSay();
  const state = useVerb();
  const undo = async () => {
    const { undone, stay } = await undoImport(one.id);
    setStay(stay);
    announce(say('imports.undo.done', { count: undone }));
    close();
  };
  return (
    <Dialog title={say('imports.undo.title')} close={close}>
      <p>{say('imports.undo.text')}</p>
      <p class="buttons">
        <VerbButton label="imports.undo" state={state} press={() => void state.run(undo)} />
      </p>
    </Dialog>
  );
}

function Welcome({ one, close }: { one: PastImport; close: () => void }) {
  const say = useSay();
  const state = useVerb();
  const welcome = async () => {
    const count = await welcomeImported(one.id);
    announce(say('imports.welcome.done', { count }));
    close();
  };
  return (
    <Dialog title={say('imports.welcome.title')} close={close}>
      <p>{say('imports.welcome.text', { count: one.made })}</p>
      <p class="buttons">
        <VerbButton label="imports.welcome" state={state} press={() => void state.run(welcome)} />
      </p>
    </Dialog>
  );
}
