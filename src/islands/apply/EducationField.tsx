import {
  educationLevels,
  educationPlaces,
  recognitions,
  type Schooling,
  type Typed,
} from '../../features/applications/model.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { Group, type Asked } from '../../ui/Field.tsx';
import { partOf } from '../../ui/part.ts';
import type { Form } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';

/** One answer of up to three parts: how high, where from, and whether it counts here. */
export function EducationField(asked: Asked<Typed>) {
  const say = useSay();
  const part = partOf(asked.form as unknown as Form<Record<string, Schooling>>, asked.name);
  const held = part.values;
  return (
    <Group {...asked}>
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
    </Group>
  );
}
