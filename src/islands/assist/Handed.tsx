import { useEffect, useRef } from 'preact/hooks';
import type { MyApplication } from '../../features/applications/rows.ts';
import { path } from '../../lib/urls.ts';
import { useSay } from '../../ui/words.tsx';

interface Props {
  application: MyApplication;
  another: () => void;
}

/** It is sent: what to say before one parts. */
export function Handed({ application: { answers }, another }: Props) {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    scrollTo(0, 0);
  }, []);
  return (
    <section class="sheet sent">
      <h2 tabIndex={-1} ref={heading}>
        {say('assist.sent', { name: String(answers['shown_name'] ?? '') })}
      </h2>
      <p>{say('assist.sent.text')}</p>
      <h3>{say('assist.sent.tell')}</h3>
      <ul class="way-on">
        <li>{say('assist.sent.see')}</li>
        <li>{say('assist.sent.change')}</li>
      </ul>
      <p class="buttons">
        <button type="button" class="button" onClick={another}>
          {say('assist.another')}
        </button>
        <a class="button quiet" href={path(say.lang, 'desk', 'applications')}>
          {say('assist.to-applications')}
        </a>
      </p>
    </section>
  );
}
