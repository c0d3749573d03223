import type { MyPage } from '../../lib/api/rows.ts';
import { path } from '../../lib/urls.ts';
import { useSay } from '../../ui/words.tsx';
import { Pause } from '../mentors/Pause.tsx';

/** Who I am here: my profiles, where they stand, and where to change them. */
export function Me({ page }: { page: MyPage }) {
  const say = useSay();
  const { mentee, mentor, person } = page;
  const asks = mentee?.standing === 'approved' && mentee.modes.includes('self') && !isTaken(page);
  const link = (to: string, label: string) => (
    <a class="button quiet" href={path(say.lang, ...to.split('/'))}>
      {label}
    </a>
  );
  return (
    <section class="going me">
      <h2>{say('my.me', { name: person?.shown_name ?? '' })}</h2>
      {mentee && (
        <article class="card">
          <h3>{say('my.mentee')}</h3>
          <p>{say(`my.mentee.${mentee.standing}`)}</p>
          {asks && <p>{say('my.mentee.asking', { count: mentee.asking, most: mentee.open_requests })}</p>}
          <p class="buttons">
            {mentee.standing === 'left'
              ? link('apply/mentee', say('my.welcome.mentee.go'))
              : link('my/mentee', say('my.change-profile'))}
            {mentee.standing === 'preparing' && link('my/ready', say('my.get-ready'))}
            {asks && link('mentors', say('my.find'))}
          </p>
        </article>
      )}
      {mentor && (
        <article class="card" id="pause" data-row="pause">
          <h3 tabIndex={-1}>{say('my.mentor')}</h3>
          <p>{say(`my.mentor.${mentor.standing}`)}</p>
          {mentor.standing === 'approved' && (
            <>
              <p>
                {say('my.mentor.places', { count: mentor.capacity - mentor.taken, all: mentor.capacity })}
              </p>
              <Pause mentor={mentor} />
            </>
          )}
          <p class="buttons">
            {mentor.standing === 'left'
              ? link('apply/mentor', say('my.welcome.mentor.go'))
              : link('my/mentor', say('my.change-profile'))}
            {mentor.standing === 'preparing' && link('my/ready', say('my.get-ready'))}
          </p>
        </article>
      )}
      <p class="links">
        <a href={path(say.lang, 'my', 'settings')}>{say('my.settings')}</a>
        {[mentee, mentor].some((place) => place?.standing === 'approved') && (
          <a href={path(say.lang, 'my', 'ready')}>{say('my.ready-settings')}</a>
        )}
        {mentor?.standing === 'approved' && (
          <a href={`${path(say.lang, 'my', 'settings')}#introduction`}>{say('my.introduction')}</a>
        )}
        {[mentee, mentor].some((place) => place && place.standing !== 'left') && (
          <a href={path(say.lang, 'my', 'newsletters')}>{say('my.newsletters')}</a>
        )}
        {page.desks.length > 0 && <a href={path(say.lang, 'desk')}>{say('my.desk')}</a>}
        <a href={path(say.lang, 'my', 'applications')}>{say('my.applications')}</a>
        {!mentor && <a href={path(say.lang, 'apply', 'mentor')}>{say('my.become-mentor')}</a>}
        {!mentee && <a href={path(say.lang, 'apply', 'mentee')}>{say('my.become-mentee')}</a>}
      </p>
    </section>
  );
}

/** Whether a mentee meets somebody already: one at a time. */
function isTaken({ mentee, trials, matches }: MyPage): boolean {
  const hers = ({ mentee: person }: { mentee: string }) => person === mentee?.person;
  return (
    trials.some((trial) => trial.standing && trial.i_am === 'mentee') ||
    matches.some((match) => match.living && hers(match))
  );
}
