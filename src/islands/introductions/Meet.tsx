import { useEffect } from 'preact/hooks';
import type { Introduction } from '../../features/introductions/model.ts';
import { $meeting, meet } from '../../features/introductions/store.ts';
import type { Listed, Names } from '../../features/names/model.ts';
import type { Screen } from '../../lib/api/screen.ts';
import { path } from '../../lib/urls.ts';
import { Island } from '../../ui/Island.tsx';
import { keepAddress } from '../../ui/keep-address.ts';
import { ScreenOf } from '../../ui/ScreenOf.tsx';
import { useStore } from '../../ui/useStore.ts';
import { useSay, type Spoken } from '../../ui/words.tsx';
import { NamesOf } from '../fit/names.tsx';
import { IntroductionCard } from './IntroductionCard.tsx';

interface Props extends Spoken {
  names: Names;
  programmes: Listed[];
}

/** Mentors who show themselves to visitors, by programme. The address names it, so that a programme's page leads here. */
export default function Meet({ names, programmes, ...spoken }: Props) {
  useEffect(() => {
    const named = new URLSearchParams(location.search).get('programme');
    meet(programmes.some(([key]) => key === named) ? named : null);
    return keepAddress();
  }, []);
  return (
    <Island {...spoken}>
      <NamesOf.Provider value={names}>
        <Choose programmes={programmes} />
      </NamesOf.Provider>
    </Island>
  );
}

function Choose({ programmes }: Pick<Props, 'programmes'>) {
  const say = useSay();
  const meeting = useStore($meeting);
  const chosen = meeting?.programme ?? '';
  return (
    <>
      <p class="field">
        <label for="meet-programme">{say('introduction.programme')}</label>
        <select
          id="meet-programme"
          value={chosen}
          onChange={(event) => {
            const { value } = event.currentTarget;
            history.replaceState(null, '', value ? `?programme=${value}` : location.pathname);
            meet(value || null);
          }}
        >
          <option value="">{say('introduction.choose')}</option>
          {programmes.map(([key, title]) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </select>
      </p>
      {meeting && <Meeting key={chosen} programme={chosen} screen={meeting.screen} />}
    </>
  );
}

function Meeting({ programme, screen }: { programme: string; screen: Screen<Introduction[]> }) {
  const say = useSay();
  const seen = useStore(screen.$seen);
  return (
    <section class="met" aria-label={say('introduction.title')}>
      {/* Stands while the list comes, so that whoever does not see it hears how many there are. */}
      <p class="visually-hidden" role="status">
        {seen.at === 'ready' &&
          (seen.data.length > 0
            ? say('introduction.count', { count: seen.data.length })
            : say('introduction.none'))}
      </p>
      <ScreenOf of={screen} lines={8}>
        {(met) => <Met programme={programme} met={met} />}
      </ScreenOf>
    </section>
  );
}

function Met({ programme, met }: { programme: string; met: Introduction[] }) {
  const say = useSay();
  const about = (
    <p>
      <a href={path(say.lang, 'programmes', programme)}>{say('introduction.about')}</a>
    </p>
  );
  if (met.length === 0)
    return (
      <div class="state">
        <h2>{say('introduction.none')}</h2>
        <p>{say('introduction.none.text')}</p>
        {about}
      </div>
    );
  return (
    <>
      <h2>{say('introduction.count', { count: met.length })}</h2>
      {about}
      <ul class="people plain">
        {met.map((card, nr) => (
          <li key={nr}>
            <IntroductionCard card={card} />
          </li>
        ))}
      </ul>
      <p>{say('introduction.few')}</p>
    </>
  );
}
