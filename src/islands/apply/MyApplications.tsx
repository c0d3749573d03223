import { useEffect } from 'preact/hooks';
import { inOrder } from '../../features/applications/next.ts';
import type { MyApplications as All } from '../../features/applications/rows.ts';
import { myApplications } from '../../features/applications/store.ts';
import { path } from '../../lib/urls.ts';
import { Island } from '../../ui/Island.tsx';
import { ScreenOf } from '../../ui/ScreenOf.tsx';
import { useSay, type Spoken } from '../../ui/words.tsx';
import { ApplicationCard } from './ApplicationCard.tsx';
import { Later } from './Later.tsx';
import type { Named } from './Onwards.tsx';
import { titleOf } from './words.ts';

interface Props extends Spoken {
  programmes: readonly Named[];
}

/** Where each of my applications is, what happens next, and by when. */
export default function MyApplications({ programmes, ...spoken }: Props) {
  return (
    <Island {...spoken}>
      <ScreenOf of={myApplications}>{(all) => <Cards all={all} programmes={programmes} />}</ScreenOf>
    </Island>
  );
}

function Cards({ all, programmes }: { all: All; programmes: readonly Named[] }) {
  const say = useSay();
  useEffect(() => document.getElementById(location.hash.slice(1))?.scrollIntoView(), []);
  const links = (['mentee', 'mentor'] as const).map((part) => (
    <a key={part} class="button quiet" href={path(say.lang, 'apply', part)}>
      {say(`applications.apply.${part}`)}
    </a>
  ));
  if (all.applications.length === 0)
    return (
      <>
        <section class="state">
          <h2>{say('applications.none')}</h2>
          <p>{say('applications.none.text')}</p>
          <p class="buttons">{links}</p>
        </section>
        <Wishes all={all} programmes={programmes} />
      </>
    );
  return (
    <section class="going">
      {inOrder(all.applications).map((application) => (
        <ApplicationCard
          key={application.id}
          application={application}
          title={titleOf(programmes, application.programme)}
          programmes={programmes}
          reminded={all.reminders.includes(application.programme)}
          round={all.rounds[application.programme]}
          fits={all.fits}
          draft={all.drafts[`application/${application.id}`]}
        />
      ))}
      <Wishes all={all} programmes={programmes} />
      <p class="buttons">{links}</p>
    </section>
  );
}

/** Wishes to be told when a programme may fit, where no card above shows them. */
function Wishes({ all: { fits, applications }, programmes }: { all: All; programmes: readonly Named[] }) {
  const say = useSay();
  const shown = (status: string) => status === 'declined' || status === 'redirected';
  const alone = fits.filter(
    (wish) =>
      !applications.some(
        ({ programme, part, status }) => programme === wish.programme && part === wish.part && shown(status),
      ),
  );
  if (alone.length === 0) return null;
  return (
    <section class="card">
      <h2>{say('apply.later.list')}</h2>
      {alone.map(({ programme, on }) => (
        <section key={programme}>
          <h3>{titleOf(programmes, programme)}</h3>
          <Later programme={programme} on={null} wanted={on} />
        </section>
      ))}
    </section>
  );
}
