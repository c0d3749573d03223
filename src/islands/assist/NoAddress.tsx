import { useSay } from '../../ui/words.tsx';

/** Why an address is needed, and what to do where there is none. */
export function NoAddress() {
  const say = useSay();
  return (
    <details class="no-address">
      <summary>{say('assist.no-address')}</summary>
      <p>{say('assist.no-address.why')}</p>
      <ul>
        {(['make', 'other', 'later'] as const).map((what) => (
          <li key={what}>{say(`assist.no-address.${what}`)}</li>
        ))}
      </ul>
    </details>
  );
}
