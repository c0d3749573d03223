import type { Refusal } from '../lib/api/answer.ts';
import { path } from '../lib/urls.ts';
import { refusalWords } from './refusal-words.ts';
import { useSay } from './words.tsx';

/** Why there is nothing here, and the one thing that helps. */
export function Refused({ refusal, again }: { refusal: Refusal; again: () => Promise<void> }) {
  const say = useSay();
  const signIn = refusal.key === 'sign_in_first' || refusal.key === 'session_over';
  const title = signIn
    ? 'form.refused.sign-in'
    : refusal.key === 'offline'
      ? 'form.refused.offline'
      : 'form.refused';
  return (
    <section class="state" role="alert">
      <h2>{say(title)}</h2>
      <p>{refusalWords(say, refusal)}</p>
      {signIn ? (
        <a class="button" href={signInHref(say.lang)}>
          {say('form.sign-in')}
        </a>
      ) : (
        <button type="button" class="button" onClick={() => void again()}>
          {say('form.try-again')}
        </button>
      )}
    </section>
  );
}

/** The sign-in page, coming back here afterwards. Whom this page is about stays where no server reads it. */
function signInHref(lang: string): string {
  const { pathname, search, hash } = location;
  return `${path(lang, 'sign-in')}?next=${encodeURIComponent(pathname + search)}${hash}`;
}
