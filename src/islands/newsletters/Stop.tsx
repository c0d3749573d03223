import { useEffect, useState } from 'preact/hooks';
import { stopNewsletters } from '../../features/newsletters/api.ts';
import { path } from '../../lib/urls.ts';
import { Island } from '../../ui/Island.tsx';
import { keepAddress } from '../../ui/keep-address.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useSecret } from '../../ui/useSecret.ts';
import { Verb } from '../../ui/Verb.tsx';
import { useSay, type Key, type Spoken } from '../../ui/words.tsx';

/** The page the link of a newsletter leads to. To open it changes nothing; the button does, and asks nobody to sign in. */
export default function Stop(spoken: Spoken) {
  const secret = useSecret((hash) => hash.slice(1));
  useEffect(keepAddress, []);
  return (
    <Island {...spoken}>
      {secret === null && <Skeleton lines={3} />}
      {secret === '' && <Said title="newsletter.stop.none" text="newsletter.stop.none.text" />}
      {secret && <Asking key={secret} secret={secret} />}
    </Island>
  );
}

function Asking({ secret }: { secret: string }) {
  const say = useSay();
  const [stopped, setStopped] = useState(false);
  if (stopped) return <Said title="newsletter.stop.done" text="newsletter.stop.done.text" />;
  return (
    <section class="sheet">
      <p>{say('newsletter.stop.text')}</p>
      <p class="buttons">
        <Verb
          label="newsletter.stop.go"
          verb={async () => {
            await stopNewsletters(secret);
            setStopped(true);
          }}
        />
      </p>
      <Settings />
    </section>
  );
}

function Said({ title, text }: { title: Key; text: Key }) {
  const say = useSay();
  return (
    <section class="state" role="status">
      <h2>{say(title)}</h2>
      <p>{say(text)}</p>
      <Settings />
    </section>
  );
}

function Settings() {
  const say = useSay();
  return (
    <p>
      <a href={path(say.lang, 'my', 'settings')}>{say('newsletter.stop.settings')}</a>
    </p>
  );
}
