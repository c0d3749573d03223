import { useEffect, useRef } from 'preact/hooks';
import type { Refusal } from '../../lib/api/answer.ts';
import { refusalWords } from '../../ui/refusal-words.ts';
import { useSay } from '../../ui/words.tsx';

interface Props {
  name: string;
  type: 'text' | 'email';
  label: string;
  hint: string;
  autocomplete: string;
  inputMode?: 'numeric';
  value: string;
  error: string | null;
  refusal: Refusal | null;
  focus?: boolean;
  set: (value: string) => void;
}

/** A form of one field: what is wrong stands at the field and brings the focus back to it. */
export function OneField({ name, label, hint, value, error, refusal, focus = false, set, ...input }: Props) {
  const say = useSay();
  const field = useRef<HTMLInputElement>(null);
  const wrong = error ?? (refusal && refusalWords(say, refusal));
  useEffect(() => {
    if (wrong || focus) field.current?.focus();
  }, [wrong, refusal, focus]);
  return (
    <div class={wrong ? 'field wrong' : 'field'}>
      <label for={name}>{label}</label>
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
      {wrong && (
        <p class="error" id={`${name}-error`} role="alert">
          {wrong}
        </p>
      )}
      <input
        {...input}
        ref={field}
        id={name}
        name={name}
        class={name === 'code' ? 'code' : undefined}
        spellcheck={false}
        value={value}
        aria-invalid={wrong ? 'true' : undefined}
        aria-describedby={`${name}-hint${wrong ? ` ${name}-error` : ''}`}
        onInput={(event) => set(event.currentTarget.value)}
      />
    </div>
  );
}
