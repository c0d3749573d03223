import { Around, Group, Label, useAsked, type Asked } from './Field.tsx';

export interface Choice {
  value: string;
  label: string;
  hint?: string;
}
type Choosing<V extends object> = Asked<V> & { choices: readonly Choice[] };

/** One of a few, as radio buttons. */
export function ChoiceField<V extends object>(props: Choosing<V>) {
  const { form, name } = props;
  return (
    <Options
      {...props}
      type="radio"
      chosen={(value) => form.values[name] === value}
      choose={(value) => form.set(name, value as V[typeof name])}
    />
  );
}

/** Any of a few, as checkboxes; the value is the list of chosen ones. */
export function ChoicesField<V extends object>(props: Choosing<V>) {
  const { form, name } = props;
  const list = form.values[name] as string[];
  const toggle = (value: string, on: boolean) =>
    form.set(name, (on ? [...list, value] : list.filter((one) => one !== value)) as V[typeof name]);
  return <Options {...props} type="checkbox" chosen={(value) => list.includes(value)} choose={toggle} />;
}

interface OptionsProps<V extends object> extends Choosing<V> {
  type: 'radio' | 'checkbox';
  chosen: (value: string) => boolean;
  choose: (value: string, on: boolean) => void;
}

function Options<V extends object>(props: OptionsProps<V>) {
  const { form, name, choices, type } = props;
  return (
    <Group {...props} first>
      <div class={type === 'checkbox' && choices.length > 5 ? 'options two' : 'options'}>
        {choices.map((choice, nr) => (
          <label class="option" key={choice.value}>
            <input
              id={nr === 0 ? `${form.id}-${name}` : undefined}
              type={type}
              name={`${form.id}-${name}`}
              value={choice.value}
              checked={props.chosen(choice.value)}
              onChange={(event) => props.choose(choice.value, event.currentTarget.checked)}
            />
            <span>
              {choice.label}
              {choice.hint && <small>{choice.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </Group>
  );
}

/** One of many, as the browser's own list. */
export function SelectField<V extends object>(
  props: Choosing<V> & { groups?: readonly { label: string; choices: readonly Choice[] }[]; none?: string },
) {
  const { form, name, choices, groups = [], none } = props;
  const { id, describedBy, invalid } = useAsked(props);
  const option = ({ value, label }: Choice) => (
    <option key={value} value={value}>
      {label}
    </option>
  );
  return (
    <Around {...props} head={<Label {...props} />}>
      <select
        id={id}
        name={name}
        value={String(form.values[name] ?? '')}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        onChange={(event) => form.set(name, event.currentTarget.value as V[typeof name])}
      >
        {none !== undefined && <option value="">{none}</option>}
        {choices.map(option)}
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.choices.map(option)}
          </optgroup>
        ))}
      </select>
    </Around>
  );
}
