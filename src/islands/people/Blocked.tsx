import { useRef } from 'preact/hooks';
import { allowPerson } from '../../features/people/api.ts';
import type { MyPage } from '../../lib/api/rows.ts';
import { dateWords } from '../../lib/dates.ts';
import { announce } from '../../ui/status.tsx';
import { useKeptPlace } from '../../ui/useKeptPlace.ts';
import { Verb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';

/** Whom I do not want to meet again, each with a way back. */
export function Blocked({ blocked }: Pick<MyPage, 'blocked'>) {
  const say = useSay();
  const list = useRef<HTMLElement>(null);
  useKeptPlace(list);
  async function allow(person: string, name: string) {
    await allowPerson(person);
    announce(say('block.allowed', { name }));
  }
  return (
    <section class="sheet" ref={list}>
      <h2 tabIndex={-1}>{say('block.title')}</h2>
      <p>{say(blocked.length === 0 ? 'block.none' : 'block.text')}</p>
      {blocked.length > 0 && (
        <ul class="plain">
          {blocked.map(({ person, name, since }) => (
            <li key={person}>
              <bdi>{name}</bdi>, {say('block.since', { day: dateWords(say.lang, since) })}{' '}
              <Verb label="block.allow" about={name} link verb={() => allow(person, name)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
