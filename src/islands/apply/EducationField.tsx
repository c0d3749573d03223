import {
  educationLevels,
  educationPlaces,
  recognitions,
  type Schooling,
  type Typed,
} from '../../features/applications/model.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { Around, useAsked, type Asked } from '../../ui/Field.tsx';
import type { Form } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';

/** One answer of up to three parts: how high, where from, and whether it counts here. */
export function EducationField(asked: Asked<Typed>) {
  const { form, name, label, optional } = asked;
  const say = useSay();
  const { id, describedBy, invalid } = useAsked(asked);
  const held = form.values[name] as Schooling;
  const part: Form<Schooling> = {
    ...form,
    id,
    values: held,
    problems: [],
    set: (key, value) => form.set(name, { ...held, [key]: value }),
    replace: (values) => form.set(name, values),
  };
  const legend = (
    <legend>
      {say(label)} {optional && <span class="optional">{say('form.optional')}</span>}
    </legend>
  );
  return (
    <fieldset id={id} tabIndex={-1} class="group" aria-describedby={describedBy} aria-invalid={invalid}>
      <Around {...asked} head={legend}>
        <ChoiceField
          form={part}
          name="level"
          label="apply.education.level"
          choices={educationLevels.map((value) => ({ value, label: say(`apply.education.level.${value}`) }))}
        />
        {held.level !== '' && held.level !== 'none' && (
          <ChoiceField
            form={part}
            name="where"
            label="apply.education.where"
            choices={educationPlaces.map((value) => ({
              value,
              label: say(`apply.education.where.${value}`),
            }))}
          />
        )}
        {held.level !== 'none' && (held.where === 'home' || held.where === 'both') && (
          <ChoiceField
            form={part}
            name="recognised"
            label="apply.education.recognised"
            choices={recognitions.map((value) => ({
              value,
              label: say(`apply.education.recognised.${value}`),
            }))}
          />
        )}
      </Around>
    </fieldset>
  );
}
