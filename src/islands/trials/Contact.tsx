import { shareContact } from '../../features/trials/api.ts';
import type { TrialRow } from '../../lib/api/rows.ts';
import { contactKinds } from '../../schemas/vocabulary.ts';
import { Verb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';

/** How the two reach each other: what each chose to show, and my own choice. */
export function Contact({ trial, name }: { trial: TrialRow; name: string }) {
  const say = useSay();
  const { my_contact, other_contact } = trial;
  const mine = my_contact === null ? 'platform' : my_contact.includes('@') ? 'mail' : 'phone';
  const href = other_contact?.includes('@')
    ? `mailto:${other_contact}`
    : `tel:${other_contact?.replace(/[^+\d]/g, '')}`;
  return (
    <div class="contact">
      <p>
        {say('trial.contact.theirs', { name })}{' '}
        {other_contact ? (
          <a href={href}>{other_contact}</a>
        ) : (
          <span class="soft">{say('trial.contact.none')}</span>
        )}
      </p>
      <details>
        <summary>{say(`trial.contact.mine.${mine}`, { name })}</summary>
        <div class="buttons">
          {contactKinds
            .filter((kind) => kind !== mine)
            .map((kind) => (
              <Verb
                key={kind}
                label={`trial.contact.show.${kind}`}
                quiet
                done="trial.contact.saved"
                verb={() => shareContact(trial.id, kind)}
              />
            ))}
        </div>
      </details>
    </div>
  );
}
