import type { Choices, ProgrammeChoice } from '../../features/people/choices.ts';
import { mayLive } from '../../features/people/choices.ts';
import type { Typed } from '../../features/people/typed.ts';
import { ChoiceField, ChoicesField } from '../../ui/ChoiceField.tsx';
import type { Form } from '../../ui/useForm.ts';
import { useSay, type Key } from '../../ui/words.tsx';

interface Props<V extends Typed> {
  form: Form<V>;
  choices: Choices;
  part: 'mentee' | 'mentor';
  hint: Key;
}

export const programmeOf = (choices: Choices, key: string): ProgrammeChoice | undefined =>
  choices.programmes.find((programme) => programme.key === key);

/** Which programme, for whom each is, and how people find each other in the chosen one. */
export function ProgrammeField<V extends Typed>({ form, choices, part, hint }: Props<V>) {
  const chosen = programmeOf(choices, form.values.programme);
  const choosing: Form<V> = {
    ...form,
    set(name, value) {
      form.set(name, value);
      fit(form, choices, String(value));
    },
  };
  return (
    <>
      <ChoiceField
        form={choosing}
        name="programme"
        label="people.programme"
        hint={hint}
        choices={choices.programmes.map((one) => ({ value: one.key, label: one.title, hint: one.for[part] }))}
      />
      <div role="status" class="way">
        {chosen?.way[part].map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </>
  );
}

/** How the two can meet, as far as the programme leaves a choice. */
export function FormatsField<V extends Typed>({ form, choices }: { form: Form<V>; choices: Choices }) {
  const say = useSay();
  const formats = programmeOf(choices, form.values.programme)?.formats ?? ['in-person', 'online'];
  const [only, ...more] = formats;
  if (only && more.length === 0) return <p class="told">{say(`people.formats.only.${only}`)}</p>;
  return (
    <ChoicesField
      form={form}
      name="formats"
      label="people.formats"
      hint="people.formats.hint"
      choices={formats.map((format) => ({ value: format, label: say(`form.format.${format}`) }))}
    />
  );
}

/** Takes back what the new programme does not offer. */
function fit<V extends Typed>(form: Form<V>, choices: Choices, key: string): void {
  const programme = programmeOf(choices, key);
  if (!programme) return;
  const { formats, place } = form.values;
  const left =
    programme.formats.length === 1
      ? programme.formats
      : formats.filter((one) => programme.formats.includes(one));
  form.set('formats', left as V['formats']);
  if (place && !mayLive(choices, programme, place, programme.formats)) form.set('place', '' as V['place']);
}
