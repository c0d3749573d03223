import { useEffect, useState } from 'preact/hooks';
import type { Names } from '../../features/names/model.ts';
import { oneMentor } from '../../features/mentors/one-store.ts';
import type { OneMentor } from '../../lib/api/rows.ts';
import { path } from '../../lib/urls.ts';
import { keepAddress } from '../../ui/keep-address.ts';
import { Island } from '../../ui/Island.tsx';
import { ScreenOf } from '../../ui/ScreenOf.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useSay, type Spoken } from '../../ui/words.tsx';
import { NamesOf } from '../fit/names.tsx';
import { RaiseWords, Reasons, Stones } from '../fit/reasons.tsx';
import { Portrait } from '../people/Portrait.tsx';
import { AskForm } from '../requests/AskForm.tsx';
import { Face } from './Face.tsx';

/** One mentor: who it is, why you two, and the way to ask. The address's fragment says who. */
export default function Mentor({ names, ...spoken }: Spoken & { names: Names }) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    setOpen(true);
    const stop = keepAddress();
    const other = () => void oneMentor.reload();
    addEventListener('hashchange', other);
    return () => {
      stop();
      removeEventListener('hashchange', other);
    };
  }, []);
  return (
    <Island {...spoken}>
      <NamesOf.Provider value={names}>
        {open ? (
          <ScreenOf of={oneMentor}>{(mentor) => <Profile key={mentor.person} mentor={mentor} />}</ScreenOf>
        ) : (
          <Skeleton lines={6} />
        )}
      </NamesOf.Provider>
    </Island>
  );
}

function Profile({ mentor }: { mentor: OneMentor }) {
  const say = useSay();
  const { name } = mentor;
  return (
    <article class="profile">
      <Face
        card={mentor}
        portrait={<Portrait person={mentor.person} name={name} large />}
        beside={mentor.score !== null && <Stones score={mentor.score} />}
      />
      {mentor.reasons && (
        <section class="why">
          <h3>{say('fit.why')}</h3>
          <Reasons reasons={mentor.reasons} side="mentee" />
          <RaiseWords raise={mentor.raise} />
        </section>
      )}
      {mentor.living_request ? (
        <section class="state">
          <h3>{say('mentor.asked', { name })}</h3>
          <p>{say('mentor.asked.text', { name })}</p>
          <a class="button" href={`${path(say.lang, 'my')}#request-${mentor.living_request}`}>
            {say('mentor.to-request')}
          </a>
        </section>
      ) : mentor.open && !mentor.asked_enough ? (
        <AskForm mentor={mentor} />
      ) : (
        <section class="state">
          <h3>{say(mentor.open ? 'mentor.asked-enough' : 'mentor.closed', { name })}</h3>
          <p>{say(mentor.open ? 'mentor.asked-enough.text' : 'mentor.closed.text')}</p>
          {mentor.draft?.message && <p>{say('form.kept.saved')}</p>}
          <a class="button quiet" href={path(say.lang, 'mentors')}>
            {say('mentor.others')}
          </a>
        </section>
      )}
    </article>
  );
}
