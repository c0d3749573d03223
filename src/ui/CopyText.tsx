import { useId, useRef } from 'preact/hooks';
import type { Locale } from '../schemas/vocabulary.ts';
import { announce } from './status.tsx';
import { useSay, type Key } from './words.tsx';

interface Props {
  label: string;
  /** A heading says the label already. */
  labelled?: boolean;
  hint?: string;
  text: string;
  /** The language of the text, where it is not the page's. */
  lang?: Locale;
  rows?: number;
  button: Key;
  done: Key;
}

/** A text to take along: it is shown whole, and one press copies it. Where a browser does not let us, it is selected. */
export function CopyText({ label, labelled = false, hint, text, lang, rows = 2, button, done }: Props) {
  const say = useSay();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  async function copy() {
    field.current?.select();
    try {
      // Over plain http there is no clipboard at all.
      await navigator.clipboard.writeText(text);
      announce(say(done));
    } catch {
      field.current?.focus();
    }
  }
  return (
    <div class="field copy">
      <label for={id} class={labelled ? 'visually-hidden' : undefined}>
        {label}
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <textarea
        dir="auto"
        ref={field}
        id={id}
        readOnly
        rows={rows}
        lang={lang}
        value={text}
        spellcheck={false}
        aria-describedby={hint && `${id}-hint`}
      />
      <button type="button" class="button quiet" onClick={() => void copy()}>
        {say(button)}
        <span class="visually-hidden">: {label}</span>
      </button>
    </div>
  );
}
