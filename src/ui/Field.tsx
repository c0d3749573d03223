import type { ComponentChildren } from 'preact';
import type { Form } from './useForm.ts';
import { useSay, type Key } from './words.tsx';

export interface Asked<V extends object> {
  form: Form<V>;
  name: keyof V & string;
  label: Key;
  hint?: Key;
  optional?: boolean;
}

/** Ids of a field's parts, and what is wrong with it. */
export function useAsked<V extends object>({ form, name, hint }: Asked<V>) {
  const say = useSay();
  const id = `${form.id}-${name}`;
  const problem = form.problems.find(({ field }) => field === name);
  const described = [hint && `${id}-hint`, problem && `${id}-error`].filter(Boolean).join(' ');
  return {
    id,
    error: problem && say(problem.key, problem.params),
    describedBy: described || undefined,
    invalid: problem ? ('true' as const) : undefined,
  };
}

/** A field with one input: its head, hint and error, in the order they are read. */
export function Around<V extends object>(
  props: Asked<V> & { children: ComponentChildren; head: ComponentChildren },
) {
  const { error } = useAsked(props);
  return (
    <div class={error ? 'field wrong' : 'field'}>
      {props.head}
      <Told {...props} />
      {props.children}
    </div>
  );
}

/**
 * A question that several inputs answer. Its legend is the fieldset's own child: any deeper it would not name it. Where
 * `first` is given, the first input has the field's id; else the whole takes the focus.
 */
export function Group<V extends object>(props: Asked<V> & { children: ComponentChildren; first?: boolean }) {
  const say = useSay();
  const { id, error, describedBy, invalid } = useAsked(props);
  return (
    <fieldset
      {...(!props.first && { id, tabIndex: -1 })}
      class={error ? 'field group wrong' : 'field group'}
      aria-describedby={describedBy}
      aria-invalid={invalid}
    >
      <legend>
        {say(props.label)} {props.optional && <span class="optional">{say('form.optional')}</span>}
      </legend>
      <Told {...props} />
      {props.children}
    </fieldset>
  );
}

function Told<V extends object>(props: Asked<V>) {
  const say = useSay();
  const { id, error } = useAsked(props);
  return (
    <>
      {props.hint && (
        <p class="hint" id={`${id}-hint`}>
          {say(props.hint)}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  );
}

export function Label<V extends object>({ form, name, label, optional }: Asked<V>) {
  const say = useSay();
  return (
    <label for={`${form.id}-${name}`}>
      {say(label)} {optional && <span class="optional">{say('form.optional')}</span>}
    </label>
  );
}

type Text<V extends object> = Asked<V> & {
  type?: 'text' | 'email' | 'tel' | 'url' | 'date' | 'time' | 'number' | 'search';
  autocomplete?: string;
  inputMode?: 'numeric' | 'email' | 'tel';
  class?: string;
  min?: string;
  max?: string;
};

/** One line of text. */
export function Field<V extends object>(props: Text<V>) {
  const { form, name, type = 'text', autocomplete = 'off', inputMode, class: look, min, max } = props;
  const { id, describedBy, invalid } = useAsked(props);
  return (
    <Around {...props} head={<Label {...props} />}>
      <input
        id={id}
        name={name}
        type={type}
        dir={type === 'text' || type === 'search' ? 'auto' : undefined}
        class={look}
        autocomplete={autocomplete}
        inputMode={inputMode}
        min={min}
        max={max}
        value={String(form.values[name] ?? '')}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        onInput={(event) => form.set(name, event.currentTarget.value as V[typeof name])}
      />
    </Around>
  );
}

/** Several lines, with a count of what is left near the limit. */
export function TextField<V extends object>(props: Asked<V> & { max: number; rows?: number }) {
  const { form, name, max, rows = 6 } = props;
  const say = useSay();
  const { id, describedBy, invalid } = useAsked(props);
  const text = String(form.values[name] ?? '');
  const left = max - text.trim().length;
  return (
    <Around {...props} head={<Label {...props} />}>
      <textarea
        id={id}
        name={name}
        rows={rows}
        dir="auto"
        value={text}
        aria-describedby={`${describedBy ?? ''} ${id}-count`.trim()}
        aria-invalid={invalid}
        onInput={(event) => form.set(name, event.currentTarget.value as V[typeof name])}
      />
      <p class={left < 0 ? 'count over' : 'count'} id={`${id}-count`}>
        {left < 0 ? say('form.count.over', { count: -left }) : say('form.count.left', { count: left })}
      </p>
    </Around>
  );
}
