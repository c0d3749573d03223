import type { ComponentChildren } from 'preact';
import { useSay, type Key } from '../../ui/words.tsx';
import { Needed } from './Writing.tsx';

interface Props {
  name: 'clarity' | 'readiness';
  label: string;
  optional: boolean;
  /** Whether it is needed and nothing is chosen yet. */
  open?: boolean;
  value: number | undefined;
  choose: (value: number) => void;
  /** What each of the five steps means. */
  words: Key[];
  /** What to listen for. */
  children: ComponentChildren;
}

/** Five steps, each with its meaning in words; a help for the choice of mentor, and no mark. */
export function Scale({ name, label, optional, open, value, choose, words, children }: Props) {
  const say = useSay();
  return (
    <fieldset
      class="field applications-scale"
      data-open={open || undefined}
      aria-describedby={`notes-${name}-hint`}
    >
      <legend>
        {label} {optional && <span class="optional">{say('form.optional')}</span>}
        {open && <Needed />}
      </legend>
      <div id={`notes-${name}-hint`}>{children}</div>
      <div class="options">
        {words.map((key, nr) => (
          <label class="option" key={key}>
            <input
              type="radio"
              name={`notes-${name}`}
              checked={value === nr + 1}
              onChange={() => choose(nr + 1)}
            />
            <span>
              {nr + 1}. {say(key)}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
