import { createContext } from 'preact';
import { useContext, useRef, useState } from 'preact/hooks';
import type { MailFrame } from '../../features/newsletters/model.ts';
import type { NewsletterDesk } from '../../features/newsletters/rows.ts';
import { newsletterDesk } from '../../features/newsletters/store.ts';
import type { Locale } from '../../schemas/vocabulary.ts';
import { Island } from '../../ui/Island.tsx';
import { ScreenOf } from '../../ui/ScreenOf.tsx';
import { useKeptPlace } from '../../ui/useKeptPlace.ts';
import { useStore } from '../../ui/useStore.ts';
import { useSay, type Spoken } from '../../ui/words.tsx';
import { ProgrammeNames } from '../desk/labels.tsx';
import { NotMine } from '../desk/NotMine.tsx';
import { Begun } from './Begun.tsx';
import { ForWhom } from './ForWhom.tsx';
import { Sent } from './Sent.tsx';

const Frames = createContext<Partial<Record<Locale, MailFrame>>>({});

/** The words around a newsletter in its mail, by language. */
export const useFrames = () => useContext(Frames);

interface Props extends Spoken {
  /** What programmes are called, by key. */
  names: Record<string, string>;
  frames: Record<Locale, MailFrame>;
}

/** What is begun, and what was sent. */
export default function Newsletters({ names, frames, ...spoken }: Props) {
  return (
    <Island {...spoken}>
      <ProgrammeNames.Provider value={names}>
        <Frames.Provider value={frames}>
          <Mine />
        </Frames.Provider>
      </ProgrammeNames.Provider>
    </Island>
  );
}

function Mine() {
  const seen = useStore(newsletterDesk.$seen);
  if (seen.at === 'refused' && seen.refusal.key === 'not_a_coordinator') return <NotMine />;
  return (
    <ScreenOf of={newsletterDesk} lines={8}>
      {(desk) => <Lists desk={desk} />}
    </ScreenOf>
  );
}

function Lists({ desk: { programmes, begun, sent, drafts } }: { desk: NewsletterDesk }) {
  const say = useSay();
  const list = useRef<HTMLDivElement>(null);
  useKeptPlace(list);
  const [beginning, setBeginning] = useState(false);
  return (
    <div ref={list}>
      {programmes.length === 0 && <p class="state">{say('desk-newsletters.region')}</p>}
      {programmes.length > 0 && (
        <section class="desk-section" aria-labelledby="begun-title">
          <h2 id="begun-title" tabIndex={-1}>
            {say('desk-newsletters.begun')}
          </h2>
          {begun.length === 0 && <p>{say('desk-newsletters.begun.none')}</p>}
          <ul class="desk-rows plain">
            {begun.map((newsletter) => (
              <Begun key={newsletter.id} newsletter={newsletter} drafts={drafts} />
            ))}
          </ul>
          <p class="begin-newsletter">
            <button type="button" class="button" onClick={() => setBeginning(true)}>
              {say('desk-newsletters.begin')}
            </button>
          </p>
          {beginning && <ForWhom programmes={programmes} of={null} close={() => setBeginning(false)} />}
        </section>
      )}
      <section class="desk-section" aria-labelledby="sent-title">
        <h2 id="sent-title" tabIndex={-1}>
          {say('desk-newsletters.archive')}
        </h2>
        <p class="desk-lead">
          {say(sent.count === 0 ? 'desk-newsletters.archive.none' : 'desk-newsletters.archive.lead')}
        </p>
        <ul class="desk-rows plain">
          {sent.items.map((newsletter) => (
            <Sent key={newsletter.id} newsletter={newsletter} />
          ))}
        </ul>
        {sent.count > sent.items.length && (
          <p class="desk-lead">{say('desk.first-fifty', { shown: sent.items.length, count: sent.count })}</p>
        )}
      </section>
    </div>
  );
}
