import { useEffect, useRef } from 'preact/hooks';
import { useSay, type Key } from './words.tsx';

interface Props {
  title: Key;
  text: Key;
  /** The words of the button that leads back to the form. */
  again: Key;
  back: () => void;
}

/** A form was sent without an account. The same for everybody: what is known of an address is told to nobody. */
export function Thanks({ title, text, again, back }: Props) {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="state">
      <h2 ref={heading} tabIndex={-1}>
        {say(title)}
      </h2>
      <p>{say(text)}</p>
      <p>
        <button type="button" class="button quiet" onClick={back}>
          {say(again)}
        </button>
      </p>
    </section>
  );
}
