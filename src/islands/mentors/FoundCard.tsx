import { useState } from 'preact/hooks';
import { markPerson } from '../../features/people/api.ts';
import type { FoundMentor, Mark } from '../../lib/api/rows.ts';
import { path } from '../../lib/urls.ts';
import { catchFocus } from '../../ui/focus.ts';
import { refusalWords } from '../../ui/refusal-words.ts';
import { useVerb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';
import { Facts, fieldName, useNames } from '../fit/names.tsx';
import { RaiseWords, Reasons, Stones } from '../fit/reasons.tsx';
import { Portrait } from '../people/Portrait.tsx';

/** One mentor in the directory: who, why, and what would make the fit better. */
export function FoundCard({ mentor }: { mentor: FoundMentor }) {
  const say = useSay();
  const names = useNames();
  const [mark, setMark] = useState<Mark | null>(mentor.mark);
  const { refusal, run } = useVerb();
  const href = `${path(say.lang, 'mentors', 'mentor')}#${mentor.person}`;
  const keep = (next: Mark | null) =>
    void run(async () => {
      await markPerson(mentor.person, next);
      setMark(next);
      // The card folds or unfolds, and the button that did it is gone.
      if (next === 'hidden' || mark === 'hidden') catchFocus(mentor.person);
    });

  if (mark === 'hidden' && mentor.mark !== 'hidden') {
    return (
      <li class="card folded">
        <p id={mentor.person} tabIndex={-1}>
          {say('directory.hidden', { name: mentor.name })}
        </p>
        <button type="button" class="link" onClick={() => keep(null)}>
          {say('directory.show-again')}
        </button>
      </li>
    );
  }
  return (
    <li class="card">
      <div class="who">
        <Portrait person={mentor.person} name={mentor.name} />
        <div>
          <h3>
            <a id={mentor.person} href={href}>
              <bdi>{mentor.name}</bdi>
            </a>
          </h3>
          <p>{mentor.specialism ?? fieldName(names, mentor.field)}</p>
        </div>
        <Stones score={mentor.score} />
      </div>
      <Reasons reasons={mentor.reasons} side="mentee" most={4} />
      <RaiseWords raise={mentor.raise} />
      <Facts card={mentor} />
      <p class="links">
        <a href={href} class="go">
          {say('directory.read', { name: mentor.name })}
        </a>
        <button
          type="button"
          class="link"
          aria-pressed={mark === 'favourite'}
          onClick={() => keep(mark === 'favourite' ? null : 'favourite')}
        >
          {say(mark === 'favourite' ? 'directory.favourite' : 'directory.keep')}
          <span class="visually-hidden">: {mentor.name}</span>
        </button>
        <button type="button" class="link" onClick={() => keep(mark === 'hidden' ? null : 'hidden')}>
          {say(mark === 'hidden' ? 'directory.show-again' : 'directory.hide')}
          <span class="visually-hidden">: {mentor.name}</span>
        </button>
      </p>
      {refusal && (
        <p class="refusal" role="alert">
          {refusalWords(say, refusal)}
        </p>
      )}
    </li>
  );
}
