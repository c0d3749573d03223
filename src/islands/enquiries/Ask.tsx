import { useEffect, useRef, useState } from 'preact/hooks';
import { Island } from '../../ui/Island.tsx';
import { useSay, type Spoken } from '../../ui/words.tsx';
import { AskForm, type Choices } from './AskForm.tsx';

type Props = Spoken & Choices;

/** Asking us without an account. */
export default function Ask({ programmes, countries, ...spoken }: Props) {
  const [asked, setAsked] = useState(false);
  return (
    <Island {...spoken}>
      {asked ? (
        <Thanks again={() => setAsked(false)} />
      ) : (
        <AskForm programmes={programmes} countries={countries} sent={() => setAsked(true)} />
      )}
    </Island>
  );
}

/** The same for everybody: what an address is known for is told to nobody. */
function Thanks({ again }: { again: () => void }) {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="state">
      <h2 ref={heading} tabIndex={-1}>
        {say('enquiry.done')}
      </h2>
      <p>{say('enquiry.done.text')}</p>
      <p>
        <button type="button" class="button quiet" onClick={again}>
          {say('enquiry.again')}
        </button>
      </p>
    </section>
  );
}
