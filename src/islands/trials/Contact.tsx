import { shareContact } from '../../features/trials/api.ts';
import { contactHref } from '../../lib/reach.ts';
import { contactKinds } from '../../schemas/vocabulary.ts';
import { Verb } from '../../ui/Verb.tsx';
import { useSay, type Key } from '../../ui/words.tsx';

interface Props {
  trial: string;
  name: string;
  mine: string | null;
  theirs: string | null;
  /** What to say where the other shows nothing. */
  none: Key;
}

/** How the two reach each other: what each chose to show, and my own choice. */
export function Contact({ trial, name, mine, theirs, none }: Props) {
  const say = useSay();
  const chosen = mine === null ? 'platform' : mine.includes('@') ? 'mail' : 'phone';
  return (
    <div class="contact">
      <p>
        {say('trial.contact.theirs', { name })}{' '}
        {theirs ? <a href={contactHref(theirs)}>{theirs}</a> : <span class="soft">{say(none)}</span>}
      </p>
      <details>
        <summary>{say(`trial.contact.mine.${chosen}`, { name })}</summary>
        <div class="buttons">
          {contactKinds
            .filter((kind) => kind !== chosen)
            .map((kind) => (
              <Verb
                key={kind}
                label={`trial.contact.show.${kind}`}
                quiet
                done="trial.contact.saved"
                verb={() => shareContact(trial, kind)}
              />
            ))}
        </div>
      </details>
    </div>
  );
}
