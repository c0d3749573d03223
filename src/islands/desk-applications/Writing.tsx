import type { ComponentChildren } from 'preact';
import { useSay } from '../../ui/words.tsx';

interface Props {
  id: string;
  label: string;
  optional: boolean;
  /** Whether it is needed and nothing stands there yet. */
  open?: boolean;
  text: string;
  max: number;
  write: (text: string) => void;
  /** What to listen for. */
  children: ComponentChildren;
  /** What stands below the text. */
  below?: ComponentChildren;
}

/** A place to write a few lines in; what is written is kept elsewhere, so nothing has to be sent. */
export function Writing({ id, label, optional, open, text, max, write, children, below }: Props) {
  const say = useSay();
  return (
    <div class="field" data-open={open || undefined}>
      <label for={id}>
        {label} {optional && <span class="optional">{say('form.optional')}</span>}
        {open && <Needed />}
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
      {below}
    </div>
  );
}

/** Marks what must not be left out, as long as it is. */
export function Needed() {
  const say = useSay();
  return <span class="desk-tag soon">{say('application-desk.notes.needed')}</span>;
}
