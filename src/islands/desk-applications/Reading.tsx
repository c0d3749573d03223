import { useStore } from '../../ui/useStore.ts';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Application } from '../../features/applications/desk-model.ts';
import { $doing } from '../../features/applications/desk-store.ts';
import { isOpen } from '../../features/applications/queue.ts';
import { dateWords } from '../../lib/dates.ts';
import { useSay } from '../../ui/words.tsx';
import { useProgrammeName } from '../desk/labels.tsx';
import { Portrait } from '../people/Portrait.tsx';
import { Actions } from './Actions.tsx';
import { Answers } from './Answers.tsx';
import { Concern } from './Concern.tsx';
import { Dialogs } from './Dialogs.tsx';
import { Messages } from './Messages.tsx';
import { Notes } from './Notes.tsx';
import { Rules } from './Rules.tsx';
import { CameBy, Due, Prepared, Status } from './Tags.tsx';
import { Talk } from './Talk.tsx';
import { go } from './useKeys.ts';

/** One application: what the programme asks for, what she wrote, what was said, and what one can do. */
export function Reading({ one }: { one: Application }) {
  const say = useSay();
  const programmeName = useProgrammeName();
  const title = useRef<HTMLHeadingElement>(null);
  const doing = useStore($doing);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    title.current?.closest('section')?.scrollIntoView({ block: 'nearest' });
  }, []);
  // What had the focus may be gone with what was done: a rule that counts as met has no button any more.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) title.current?.focus({ preventScroll: true });
  }, [one]);
  const open = isOpen(one.status);
  return (
    <article class="applications-one">
      <button type="button" class="link applications-back" onClick={() => go(null)}>
        {say('application-desk.back')}
      </button>
      <header>
        <Portrait person={one.person} name={one.name} />
        <div>
          <h2 id="reading-title" tabIndex={-1} ref={title}>
            <bdi>{one.name}</bdi>
          </h2>
          <p class="applications-tags">
            <Prepared at={one.prepared_at} />
            <Status status={one.status} />
            {one.due_on && <Due due={one.due_on} />}
            <CameBy way={one.came_by} />
            <span class="desk-aside">
              {say(`desk.part.${one.part}`)} · {programmeName(one.programme)}
            </span>
          </p>
          <p class="desk-aside">
            {say('application-desk.sent', { date: dateWords(say.lang, one.sent_at) })}{' '}
            {one.due_on && say('application-desk.promised', { date: dateWords(say.lang, one.due_on) })}
          </p>
          {one.assisted && (
            <p class="desk-aside">
              {say('application-desk.assisted', { by: one.assisted.by, name: one.name })}
            </p>
          )}
        </div>
      </header>
      {open && <Actions />}
      <Rules one={one} />
      <Talk one={one} />
      <Messages one={one} />
      <Concern one={one} />
      <Answers one={one} />
      <Notes one={one} />
      {doing && <Dialogs one={one} doing={doing} />}
    </article>
  );
}
