import { useRef } from 'preact/hooks';
import { thingsToDo, type Desk } from '../../features/desk/model.ts';
import { useKeptPlace } from '../../ui/useKeptPlace.ts';
import { useSay } from '../../ui/words.tsx';
import { Applications } from './Applications.tsx';
import { Calls } from './Calls.tsx';
import { Coming } from './Coming.tsx';
import { Elsewhere } from './Elsewhere.tsx';
import { Mails } from './Mails.tsx';
import { Matches } from './Matches.tsx';
import { Overview } from './Overview.tsx';
import { Preparing } from './Preparing.tsx';
import { Propose } from './Propose.tsx';
import { Requests } from './Requests.tsx';
import { Trials } from './Trials.tsx';
import { dropSecondClick } from './useDeal.ts';
import { Waiting } from './Waiting.tsx';

/** One column of what needs a person today, the most urgent kind first. */
export function Today({ desk }: { desk: Desk }) {
  const say = useSay();
  const list = useRef<HTMLDivElement>(null);
  useKeptPlace(list);
  const count = thingsToDo(desk);
  return (
    <div class="desk">
      <Overview desk={desk} />
      <div class="desk-today" ref={list} onClickCapture={dropSecondClick}>
        <h2 tabIndex={-1}>{count === 0 ? say('desk.nothing') : say('desk.today', { count })}</h2>
        {count === 0 && <p class="state">{say('desk.nothing.text')}</p>}
        <Applications {...desk.applications} />
        <Elsewhere kind="texts" count={desk.texts} />
        <Elsewhere kind="talks" count={desk.talks} />
        <Elsewhere kind="enquiries" count={desk.enquiries} />
        <Preparing desk={desk} />
        <Calls desk={desk} />
        <Coming desk={desk} />
        <Trials desk={desk} />
        <Matches desk={desk} />
        <Waiting desk={desk} />
        <Requests desk={desk} />
        <Mails desk={desk} />
        <Propose drafts={desk.drafts} />
      </div>
    </div>
  );
}
