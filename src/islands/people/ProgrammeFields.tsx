import type { ProgrammeChoice } from '../../features/people/choices.ts';
import type { Typed } from '../../features/people/typed.ts';
import { ChoicesField } from '../../ui/ChoiceField.tsx';
import type { Form } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';

/** Where I have my place; another programme is another application. */
export function ProgrammeTold({ programme }: { programme: ProgrammeChoice }) {
  const say = useSay();
  return <p class="told">{say('people.programme.told', { programme: programme.title })}</p>;
}

interface Props<V extends Typed> {
  form: Form<V>;
  programme: ProgrammeChoice;
}

/** How the two can meet, as far as the programme leaves a choice. */
export function FormatsField<V extends Typed>({ form, programme }: Props<V>) {
  const say = useSay();
  const { formats } = programme;
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
