import type { ComponentChildren } from 'preact';
import { useSay } from '../../ui/words.tsx';

interface Props {
  id: string;
  label: string;
  optional: boolean;
  text: string;
  max: number;
  write: (text: string) => void;
  /** What to listen for. */
  children: ComponentChildren;
}

/** A place to write a few lines in; what is written is kept elsewhere, so nothing has to be sent. */
export function Writing({ id, label, optional, text, max, write, children }: Props) {
  const say = useSay();
  return (
    <div class="field">
      <label for={id}>
        {label} {optional && <span class="optional">{say('form.optional')}</span>}
      </label>
      <div id={`${id}-hint`}>{children}</div>
      <textarea
        id={id}
        rows={3}
        dir="auto"
        maxLength={max}
        value={text}
        aria-describedby={`${id}-hint`}
        onInput={(event) => write(event.currentTarget.value)}
      />
    </div>
  );
}
