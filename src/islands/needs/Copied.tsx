import { useRef } from 'preact/hooks';
import type { Locale } from '../../schemas/vocabulary.ts';
import { announce } from '../../ui/status.tsx';
import { useSay, type Key } from '../../ui/words.tsx';

interface Props {
  id: string;
  label: Key;
  copy: Key;
  done: Key;
  text: string;
  lang?: Locale;
}

/** A text to take along: a press copies it; where a browser does not let us, it is marked to be copied by hand. */
export function Copied({ id, label, copy, done, text, lang }: Props) {
  const say = useSay();
  const field = useRef<HTMLTextAreaElement>(null);
  async function take() {
    field.current?.select();
    await navigator.clipboard.writeText(text).then(
      () => announce(say(done)),
      () => field.current?.focus(),
    );
  }
  return (
    <div class="field">
      <label for={id}>{say(label)}</label>
      <textarea id={id} ref={field} readOnly dir="auto" rows={5} lang={lang} value={text} />
      <p class="buttons">
        <button type="button" class="button" onClick={() => void take()}>
          {say(copy)}
        </button>
      </p>
    </div>
  );
}
