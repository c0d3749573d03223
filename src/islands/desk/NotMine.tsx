import { path } from '../../lib/urls.ts';
import { useSay } from '../../ui/words.tsx';

/** Signed in, but at the wrong door: where to go instead. */
export function NotMine() {
  const say = useSay();
  return (
    <section class="state" role="alert">
      <h2>{say('desk.not-yours')}</h2>
      <p>{say('desk.not-yours.text')}</p>
      <p class="buttons">
        <a class="button" href={path(say.lang, 'my')}>
          {say('desk.my-page')}
        </a>
        <a class="button quiet" href={path(say.lang, 'contact')}>
          {say('desk.contact')}
        </a>
      </p>
    </section>
  );
}
