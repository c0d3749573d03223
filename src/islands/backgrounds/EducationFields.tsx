import type { Typed } from '../../features/backgrounds/model.ts';
import { educationLevels, educationPlaces, recognitions } from '../../features/applications/model.ts';
import { SelectField } from '../../ui/ChoiceField.tsx';
import { partOf } from '../../ui/part.ts';
import type { Form } from '../../ui/useForm.ts';
import { useSay, type Key } from '../../ui/words.tsx';

/** How high, where from, and whether it counts here. Each can be taken back, so they are lists and no radio buttons. */
export function EducationFields({ form }: { form: Form<Typed> }) {
  const say = useSay();
  const held = form.values.education;
  const part = partOf(form, 'education');
  const choices = (of: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: say(`apply.education.${of}.${value}` as Key) }));
  const none = say('background.unsaid');
  const studied = held.level !== '' && held.level !== 'none';
  return (
    <>
      <SelectField
        form={part}
        name="level"
        label="background.education"
        none={none}
        choices={choices('level', educationLevels)}
      />
      {studied && (
        <SelectField
          form={part}
          name="where"
          label="background.education.where"
          none={none}
          choices={choices('where', educationPlaces)}
        />
      )}
      {studied && (held.where === 'home' || held.where === 'both') && (
        <SelectField
          form={part}
          name="recognised"
          label="background.education.recognised"
          none={none}
          choices={choices('recognised', recognitions)}
        />
      )}
    </>
  );
}
