import { useEffect, useRef } from 'preact/hooks';
import type { Names } from '../../features/names/model.ts';
import { myPage } from '../../features/people/store.ts';
import { rememberPlace } from '../../features/session/store.ts';
import type { MyPage as Page } from '../../lib/api/rows.ts';
import { path } from '../../lib/urls.ts';
import { Island } from '../../ui/Island.tsx';
import { ScreenOf } from '../../ui/ScreenOf.tsx';
import { useKeptPlace } from '../../ui/useKeptPlace.ts';
import { useSay, type Spoken } from '../../ui/words.tsx';
import { NamesOf } from '../fit/names.tsx';
import { MatchCard } from '../matches/MatchCard.tsx';
import { Block } from '../people/Block.tsx';
import { Inbox } from '../requests/Inbox.tsx';
import { Requests } from '../requests/Requests.tsx';
import { TrialCard } from '../trials/TrialCard.tsx';
import { Coordinators } from './Coordinators.tsx';
import { Me } from './Me.tsx';
import { Next } from './Next.tsx';
import { Welcome } from './Welcome.tsx';

interface Props {
  names: Names;
  /** Names of programmes by key. */
  titles: Record<string, string>;
}

/** My page: first what happens next and by when and whom to turn to, then everything that is going on, then who I am here. */
export default function MyPage({ names, titles, ...spoken }: Spoken & Props) {
  const list = useRef<HTMLDivElement>(null);
  useKeptPlace(list);
  return (
    <Island {...spoken}>
      <NamesOf.Provider value={names}>
        <div ref={list}>
          <ScreenOf of={myPage}>{(page) => <Going page={page} titles={titles} />}</ScreenOf>
        </div>
      </NamesOf.Provider>
    </Island>
  );
}

function Going({ page, titles }: { page: Page; titles: Props['titles'] }) {
  const say = useSay();
  const deskOnly = !page.mentee && !page.mentor && page.desks.length > 0;
  useEffect(() => {
    rememberPlace(page.desks.length > 0 ? 'desk' : 'my');
    if (deskOnly) location.replace(path(say.lang, 'desk'));
    else document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [deskOnly]);
  if (deskOnly) return null;
  const turnTo = <Coordinators coordinators={page.coordinators} titles={titles} />;
  if (!page.mentee && !page.mentor) return <Welcome>{page.coordinators.length > 0 && turnTo}</Welcome>;

  const me = page.person?.id ?? '';
  const matches = page.matches.filter(({ living }) => living);
  const past = page.matches.filter(({ living }) => !living);
  const standing = page.trials.filter((trial) => trial.standing);
  const ended = page.trials.filter((trial) => !trial.standing && trial.status !== 'matched');
  return (
    <>
      <Next page={page} />
      {turnTo}
      {(standing.length > 0 || ended.length > 0) && (
        <Section title={say('trial.title')}>
          {[...standing, ...ended].map((trial) => (
            <TrialCard key={trial.id} trial={trial} me={me} draft={page.drafts[`trial/${trial.id}`]}>
              {!trial.standing && <Block pair={trial} page={page} />}
            </TrialCard>
          ))}
        </Section>
      )}
      {matches.length > 0 && (
        <Section title={say('match.title')}>
          {matches.map((match) => (
            <MatchCard key={match.id} match={match} />
          ))}
        </Section>
      )}
      {page.mentor && page.mentor.standing !== 'preparing' && (
        <Inbox requests={page.inbox} drafts={page.drafts} />
      )}
      {page.mentee && (page.mentee.standing !== 'preparing' || page.requests.length > 0) && (
        <Requests requests={page.requests} drafts={page.drafts} />
      )}
      {past.length > 0 && (
        <Section title={say('match.past')}>
          {past.map((match) => (
            <MatchCard key={match.id} match={match}>
              <Block pair={match} page={page} />
            </MatchCard>
          ))}
        </Section>
      )}
      <Me page={page} />
    </>
  );
}

function Section({ title, children }: { title: string; children: preact.ComponentChildren }) {
  return (
    <section class="going">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
