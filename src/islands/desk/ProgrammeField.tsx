import { SelectField, type Choice } from '../../ui/ChoiceField.tsx';
import type { Form } from '../../ui/useForm.ts';
import { useSay, type Key } from '../../ui/words.tsx';

interface Props<V extends { programme: string }> {
  form: Form<V>;
  label: Key;
  choices: readonly Choice[];
}

/** Which programme; whoever works in one is not asked. */
export function ProgrammeField<V extends { programme: string }>({ form, label, choices }: Props<V>) {
  const say = useSay();
  if (choices.length < 2) return null;
  return (
    <SelectField form={form} name="programme" label={label} none={say('form.choose')} choices={choices} />
  );
}

/** What such a form begins with: the programme, where there is one. */
export const onlyOne = ([one, ...more]: readonly Choice[]): string => (more.length === 0 && one?.value) || '';
