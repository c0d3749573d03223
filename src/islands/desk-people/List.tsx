import { useEffect } from 'preact/hooks';
import type { FoundPeople, FoundPerson } from '../../features/desk/people-model.ts';
import { $finding, look, takeFocus } from '../../features/desk/people-store.ts';
import type { Screen } from '../../lib/api/screen.ts';
import { ScreenOf } from '../../ui/ScreenOf.tsx';
import { useStore } from '../../ui/useStore.ts';
import { useSay } from '../../ui/words.tsx';
import { useProgrammeName } from '../desk/labels.tsx';
import { useNames } from '../fit/names.tsx';
import { Portrait } from '../people/Portrait.tsx';
import { affairWords, fullName, restWords } from './said.ts';

/** Who was found, fifty at a time. */
export function List({ of }: { of: Screen<FoundPeople> }) {
  const say = useSay();
  const seen = useStore(of.$seen);
  return (
    <section class="people-list" id="list">
      {/* Stands while the list comes and goes, so that whoever does not see it hears how many there are. */}
      <p class="visually-hidden" role="status">
        {seen.at === 'ready' && say('desk-people.count', { count: seen.data.count })}
      </p>
      <ScreenOf of={of} lines={10}>
        {(found) => <Found found={found} />}
      </ScreenOf>
    </section>
  );
}

function Found({ found }: { found: FoundPeople }) {
  const say = useSay();
  const { words, doing, pages } = $finding.get();
  const { desks, count, items, next } = found;
  useEffect(() => {
    const id = takeFocus();
    if (id) (document.getElementById(id) ?? document.getElementById('people-title'))?.focus();
  }, []);
  const turn = (to: typeof pages) => look({ words, doing, pages: to }, true);
  return (
    <>
      <h2 id="people-title" tabIndex={-1}>
        {say('desk-people.count', { count })}
      </h2>
      {count === 0 ? (
        <p class="state">{say(words || doing ? 'desk-people.nobody' : 'desk-people.nobody-yet')}</p>
      ) : (
        <ul class="desk-rows plain">
          {items.map((one) => (
            <Row
              key={`${one.person}/${one.part}`}
              id={
                items.find(({ person }) => person === one.person) === one ? `person-${one.person}` : undefined
              }
              one={one}
              desks={desks}
            />
          ))}
        </ul>
      )}
      <p class="buttons">
        {next && (
          <button type="button" class="button quiet" onClick={() => turn([...pages, next])}>
            {say('desk-people.further')}
          </button>
        )}
        {pages.length > 0 && (
          <button type="button" class="link" onClick={() => turn(pages.slice(0, -1))}>
            {say('desk-people.back-a-page')}
          </button>
        )}
      </p>
    </>
  );
}

/** Who is mentor and mentee stands there twice; the focus comes back to the first. */
function Row({ id, one, desks }: { id: string | undefined; one: FoundPerson; desks: string[] }) {
  const say = useSay();
  const { places } = useNames();
  const programmeName = useProgrammeName();
  const { person, part, programme, region } = one;
  const alone = new Set(desks.map((desk) => desk.split('/')[0])).size === 1;
  const where = [say(`desk.part.${part}`), !alone && programmeName(programme), places[region] ?? region];
  return (
    <li class="desk-row">
      <div class="desk-who">
        <Portrait person={person} name={one.name} />
      </div>
      <div class="desk-what">
        <div class="desk-head">
          <h3>
            <a id={id} href={`#${person}`}>
              <bdi>{fullName(one)}</bdi>
            </a>
          </h3>
          <span class="desk-aside">{where.filter(Boolean).join(' · ')}</span>
        </div>
        {[...one.affairs.map((affair) => affairWords(say, part, affair)), ...restWords(say, one)].map(
          (words) => (
            <p key={words}>{words}</p>
          ),
        )}
      </div>
    </li>
  );
}
