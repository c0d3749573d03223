import type { Desk } from '../../features/desk/model.ts';
import { readAnew } from '../../features/desk/store.ts';
import { number } from '../../i18n/format.ts';
import { path } from '../../lib/urls.ts';
import { Verb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';
import { useNames } from '../fit/names.tsx';
import { useProgrammeName } from './labels.tsx';
import type { Kind } from './Section.tsx';

const counts = ['free_mentors', 'mentees', 'open_requests', 'trials', 'matches'] as const;

/** The numbers of my desks, and the way to each list. */
export function Overview({ desk }: { desk: Desk }) {
  const say = useSay();
  const lists: [Kind, number][] = [
    ['preparing', desk.preparing.count],
    ['calls', desk.calls.count],
    ['coming', desk.coming.count],
    ['trials', desk.trials.count],
    ['matches', desk.matches.count],
    ['waiting', desk.waiting.count],
    ['requests', desk.requests.count],
    ['mails', desk.mails.count],
  ];
  const open = lists.filter(([, count]) => count > 0);
  return (
    <aside class="desk-overview" aria-label={say('desk.overview')}>
      <dl class="desk-counts">
        {counts.map((name) => (
          <div key={name}>
            <dt>{say(`desk.count.${name}`)}</dt>
            <dd>{number(say.lang, desk.counts[name])}</dd>
          </div>
        ))}
      </dl>
      {open.length > 1 && (
        <ul class="desk-jump plain">
          {open.map(([kind, count]) => (
            <li key={kind}>
              <a href={`#${kind}`}>
                {say(`desk.${kind}`)} <span class="desk-count">{number(say.lang, count)}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <p class="desk-jump">
        <a href={path(say.lang, 'desk', 'applications')}>
          {say('desk.applications')}{' '}
          <span class="desk-count">{number(say.lang, desk.applications.count)}</span>
        </a>
      </p>
      <p class="desk-jump">
        <a href={path(say.lang, 'desk', 'people')}>{say('desk.people-link')}</a>
        <a href={path(say.lang, 'desk', 'partners')}>{say('desk.partners')}</a>
        <a href={path(say.lang, 'desk', 'enquiries')}>{say('desk.enquiries-link')}</a>
        <a href={path(say.lang, 'desk', 'newsletters')}>{say('desk.newsletters-link')}</a>
        <a href={path(say.lang, 'desk', 'needs')}>{say('desk.needs-link')}</a>
        <a href={path(say.lang, 'desk', 'import')}>{say('desk.imports')}</a>
        <a href={path(say.lang, 'desk', 'barriers')}>{say('desk.barriers-link')}</a>
        <a href={path(say.lang, 'desk', 'readers')}>{say('desk.readers-link')}</a>
      </p>
      <Scope desks={desk.desks} />
      <p class="desk-ways">
        <Verb label="desk.read-again" link done="desk.is-read" verb={readAnew} />
        <a href={path(say.lang, 'my')}>{say('desk.my-page')}</a>
      </p>
    </aside>
  );
}

/** Where I work: a whole programme, or a region of one (`highly-skilled/no-11`). */
function Scope({ desks }: { desks: string[] }) {
  const say = useSay();
  const programmeName = useProgrammeName();
  const { places } = useNames();
  return (
    <ul class="desk-scope plain">
      {desks.map((desk) => {
        const [programme = '', region] = desk.split('/');
        const words = {
          programme: programmeName(programme),
          region: region ? (places[region] ?? region) : '',
        };
        return <li key={desk}>{say(region ? 'desk.scope.region' : 'desk.scope.whole', words)}</li>;
      })}
    </ul>
  );
}
