import { Around, useAsked, type Asked } from './Field.tsx';
import { useSay } from './words.tsx';

/** A box to tick; what is agreed to stands beside it, word for word. */
export function ConsentField<V extends object>(asked: Asked<V> & { sentence?: string }) {
  const { form, name, label, hint, optional, sentence } = asked;
  const say = useSay();
  const { id, describedBy, invalid } = useAsked(asked);
  return (
    <Around {...asked} hint={undefined} head={null}>
      <label class="option consent">
        <input
          id={id}
          type="checkbox"
          name={name}
          checked={form.values[name] === true}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          onChange={(event) => form.set(name, event.currentTarget.checked as V[typeof name])}
        />
        <span>
          {sentence ?? say(label)} {optional && <span class="optional">{say('form.optional')}</span>}
        </span>
      </label>
      {hint && (
        <p class="hint under" id={`${id}-hint`}>
          {say(hint)}
        </p>
      )}
    </Around>
  );
}
