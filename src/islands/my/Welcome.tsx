import { path } from '../../lib/urls.ts';
import { useSay } from '../../ui/words.tsx';

/** The first time here: which part do you want to play? */
export function Welcome({ drafts }: { drafts: string[] }) {
  const say = useSay();
  return (
    <section class="welcome">
      <h2>{say('my.welcome')}</h2>
      <p>{say('my.welcome.text')}</p>
      <ul class="people plain two">
        {(['mentee', 'mentor'] as const).map((part) => (
          <li class="card" key={part}>
            <h3>{say(`my.welcome.${part}`)}</h3>
            <p>{say(`my.welcome.${part}.text`)}</p>
            <a class="button" href={path(say.lang, 'my', part)}>
              {say(drafts.includes(part) ? 'my.welcome.go-on' : `my.welcome.${part}.go`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
