import { useEffect, useState } from 'preact/hooks';
import type { Names } from '../../features/names/model.ts';
import { oneMentor } from '../../features/mentors/store.ts';
import type { OneMentor } from '../../lib/api/rows.ts';
import { path } from '../../lib/urls.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { keepAddress } from '../../ui/keep-address.ts';
import { Island } from '../../ui/Island.tsx';
import { ScreenOf } from '../../ui/ScreenOf.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useSay, type Spoken } from '../../ui/words.tsx';
import { Facts, fieldName, NamesOf, useNames } from '../fit/names.tsx';
import { RaiseWords, Reasons, Stones } from '../fit/reasons.tsx';
import { AskForm } from '../requests/AskForm.tsx';

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
  const names = useNames();
  const { name } = mentor;
  return (
    <article class="profile">
      <div class="who">
        <Avatar name={name} large />
        <div>
          <h2>{name}</h2>
          <p>
            {fieldName(names, mentor.field)}
            {mentor.specialism && ` · ${mentor.specialism}`}
          </p>
        </div>
        {mentor.score !== null && <Stones score={mentor.score} />}
      </div>
      <p class="about">{mentor.about}</p>
      <Facts card={mentor} />
      <h3>{say('mentor.offers')}</h3>
      <ul class="chips plain">
        {mentor.offers.map((topic) => (
          <li key={topic}>{say(`form.topic.${topic}`)}</li>
        ))}
      </ul>
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
      ) : mentor.open ? (
        <AskForm mentor={mentor} />
      ) : (
        <section class="state">
          <h3>{say('mentor.closed', { name })}</h3>
          <p>{say('mentor.closed.text')}</p>
          <a class="button quiet" href={path(say.lang, 'mentors')}>
            {say('mentor.others')}
          </a>
        </section>
      )}
    </article>
  );
}
