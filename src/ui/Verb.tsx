import { useRef, useState } from 'preact/hooks';
import type { Params } from '../i18n/say.ts';
import { Refusal } from '../lib/api/answer.ts';
import { refusalWords } from './refusal-words.ts';
import { announce } from './status.tsx';
import { useSay, type Key } from './words.tsx';

/** One thing at a time: a second click while the first is on its way does nothing. */
export function useVerb() {
  const say = useSay();
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  async function run(work: () => Promise<unknown>, done?: Key): Promise<boolean> {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setRefusal(null);
    try {
      await work();
      if (done) announce(say(done));
      return true;
    } catch (error) {
      setRefusal(error instanceof Refusal ? error : new Refusal('something_failed'));
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }
  return { busy, refusal, run };
}

interface Looks {
  label: Key;
  params?: Params;
  /** Whom or what it is about, for whoever hears the button without seeing the card. */
  about?: string;
  quiet?: boolean;
  /** Looks like a link, where a button would be too loud. */
  link?: boolean;
}

/** The button of a verb whose state lives outside; says beside itself why it could not. */
export function VerbButton({
  label,
  params,
  about,
  quiet = false,
  link = false,
  state,
  press,
}: Looks & { state: { busy: boolean; refusal: Refusal | null }; press: () => void }) {
  const say = useSay();
  return (
    <>
      <button
        type="button"
        class={link ? 'link' : quiet ? 'button quiet' : 'button'}
        aria-disabled={state.busy}
        onClick={press}
      >
        {say(label, params)}
        {about && <span class="visually-hidden"> {about}</span>}
      </button>
      {state.refusal && (
        <p class="refusal" role="alert">
          {refusalWords(say, state.refusal)}
        </p>
      )}
    </>
  );
}

/** A button that does one thing. */
export function Verb({ done, verb, ...looks }: Looks & { done?: Key; verb: () => Promise<unknown> }) {
  const state = useVerb();
  return <VerbButton {...looks} state={state} press={() => void state.run(verb, done)} />;
}
