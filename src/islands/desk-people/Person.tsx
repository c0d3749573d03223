import { useEffect, useRef } from 'preact/hooks';
import type { OnePerson } from '../../features/desk/people-model.ts';
import type { Screen } from '../../lib/api/screen.ts';
import { ScreenOf } from '../../ui/ScreenOf.tsx';
import { useKeptPlace } from '../../ui/useKeptPlace.ts';
import { useSay } from '../../ui/words.tsx';
import { PhoneLink } from '../desk/CallOrWrite.tsx';
import { Propose } from '../desk/Propose.tsx';
import { DealtOn } from '../desk/useDeal.ts';
import { WriteTo } from '../desk/WriteTo.tsx';
import { Portrait } from '../people/Portrait.tsx';
import { Place } from './Place.tsx';
import { fullName } from './said.ts';

/** One person: how to reach her, and each place she has here with what she is in. */
export function Person({ of }: { of: Screen<OnePerson> }) {
  const say = useSay();
  return (
    <DealtOn.Provider value={of}>
      <p>
        <a href="#list">{say('desk-people.back')}</a>
      </p>
      <ScreenOf of={of} lines={8}>
        {(one) => <Known one={one} />}
      </ScreenOf>
    </DealtOn.Provider>
  );
}

function Known({ one }: { one: OnePerson }) {
  const say = useSay();
  const article = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useKeptPlace(article);
  useEffect(() => title.current?.focus(), []);
  const { person, name, phone, drafts } = one;
  return (
    <article class="people-one" ref={article}>
      <header class="who">
        <Portrait person={person} name={name} />
        <div>
          <h2 tabIndex={-1} ref={title}>
            <bdi>{fullName(one)}</bdi>
          </h2>
          <p>{phone ? <PhoneLink phone={phone} /> : say('desk-people.no-phone')}</p>
          {one.places.some(({ standing }) => standing !== 'left') && (
            <WriteTo person={person} name={name} drafts={drafts} />
          )}
        </div>
      </header>
      {one.places.map((place) => (
        <Place key={place.part} name={name} place={place} />
      ))}
      <Propose drafts={drafts} />
    </article>
  );
}
