import type { ComponentChildren } from 'preact';
import { isOver } from '../../features/applications/next.ts';
import type { MyApplication } from '../../features/applications/rows.ts';
import { myApplications } from '../../features/applications/store.ts';
import { path } from '../../lib/urls.ts';
import { ScreenOf } from '../../ui/ScreenOf.tsx';
import { useSay } from '../../ui/words.tsx';

/** Before there is a place: where my applications are, whom to turn to, and which part I may want to play. */
export function Welcome({ children }: { children: ComponentChildren }) {
  return (
    <ScreenOf of={myApplications}>
      {({ applications }) => (
        <>
          <Applied applications={applications} />
          {children}
          <Parts applications={applications} />
        </>
      )}
    </ScreenOf>
  );
}

function Applied({ applications }: { applications: readonly MyApplication[] }) {
  const say = useSay();
  if (applications.length === 0) return null;
  return (
    <section class="going">
      <h2>{say('my.applications')}</h2>
      {applications.map(({ id, part, status }) => (
        <article class="card" key={id}>
          <h3>{say(`applications.as.${part}`)}</h3>
          <p class="pill">{say(`applications.status.${status}`)}</p>
          <p class="buttons">
            <a class="button" href={`${path(say.lang, 'my', 'applications')}#application-${id}`}>
              {say('my.applications.see')}
            </a>
          </p>
        </article>
      ))}
    </section>
  );
}

/** The first time here: which part do you want to play? */
function Parts({ applications }: { applications: readonly MyApplication[] }) {
  const say = useSay();
  const living = applications.filter(({ status }) => !isOver(status)).map(({ part }) => part);
  const open = (['mentee', 'mentor'] as const).filter((part) => !living.includes(part));
  if (open.length === 0) return null;
  return (
    <section class="welcome">
      {living.length === 0 && (
        <>
          <h2>{say('my.welcome')}</h2>
          <p>{say('my.welcome.text')}</p>
        </>
      )}
      <ul class="people plain two">
        {open.map((part) => (
          <li class="card" key={part}>
            <h3>{say(`my.welcome.${part}`)}</h3>
            <p>{say(`my.welcome.${part}.text`)}</p>
            <a class="button" href={path(say.lang, 'apply', part)}>
              {say(`my.welcome.${part}.go`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
