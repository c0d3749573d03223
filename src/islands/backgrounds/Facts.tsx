import { countries } from '../../features/applications/countries.ts';
import type { Typed } from '../../features/backgrounds/model.ts';
import { ChoicesField, SelectField } from '../../ui/ChoiceField.tsx';
import { Combobox, type Findable } from '../../ui/Combobox.tsx';
import { Field } from '../../ui/Field.tsx';
import type { Form } from '../../ui/useForm.ts';
import { useSay, type Key, type Say } from '../../ui/words.tsx';
import { EducationFields } from './EducationFields.tsx';
import { ExperienceRows } from './ExperienceRows.tsx';

/** What one can choose, by question. */
export type Options = Record<'came_as' | 'seniority' | 'sector' | 'size_band' | 'motivation', string[]>;
interface Props {
  form: Form<Typed>;
  options: Options;
}

/** What a mentee may tell: years, where she comes from, what she has learned and done. */
export function MenteeFacts({ form, options, fields }: Props & { fields: readonly Findable[] }) {
  const say = useSay();
  const all = countries(say.lang);
  const moved = form.values.came_as !== 'born-here';
  return (
    <>
      <div class="short">
        <Field
          form={form}
          name="birth_year"
          label="background.birth_year"
          hint="background.birth_year.hint"
          inputMode="numeric"
          autocomplete="bday-year"
        />
      </div>
      <SelectField
        form={form}
        name="came_as"
        label="background.came_as"
        hint="background.came_as.hint"
        none={say('background.unsaid')}
        choices={choicesOf(say, 'came_as', options, form)}
      />
      {moved && (
        <>
          <Combobox
            form={form}
            name="country"
            label="background.country"
            hint="background.country.hint"
            items={all}
          />
          <div class="short">
            <Field
              form={form}
              name="arrival_year"
              label="background.arrival_year"
              hint="background.arrival_year.hint"
              inputMode="numeric"
            />
          </div>
        </>
      )}
      <EducationFields form={form} />
      <ExperienceRows form={form} fields={fields} countries={all} />
    </>
  );
}

/** What a mentor may tell of her work. */
export function MentorFacts({ form, options }: Props) {
  const say = useSay();
  const select = (name: 'sector' | 'seniority' | 'size_band') => (
    <SelectField
      form={form}
      name={name}
      label={`background.${name}`}
      none={say('background.unsaid')}
      choices={choicesOf(say, name, options, form)}
    />
  );
  return (
    <>
      <Field form={form} name="employer" label="background.employer" autocomplete="organization" />
      {select('sector')}
      {select('size_band')}
      {select('seniority')}
      <ChoicesField
        form={form}
        name="motivation"
        label="background.motivation"
        choices={choicesOf(say, 'motivation', options, form)}
      />
    </>
  );
}

/** The form's choices, and what was chosen when there were others. */
function choicesOf(say: Say, name: keyof Options, options: Options, { values }: Form<Typed>) {
  const chosen = [values[name]].flat().filter((value) => value !== '');
  return [...new Set([...options[name], ...chosen])].map((value) => {
    const key = `ask.${name}.${value}`;
    return { value, label: say.has(key) ? say(key satisfies string as Key) : value };
  });
}
