import type { Choices, Home, ProgrammeChoice } from '../../features/people/choices.ts';
import type { Typed } from '../../features/people/typed.ts';
import { profileLimits } from '../../schemas/profile-limits.ts';
import { interests } from '../../schemas/vocabulary.ts';
import { ChoicesField } from '../../ui/ChoiceField.tsx';
import { Combobox } from '../../ui/Combobox.tsx';
import { Field, TextField } from '../../ui/Field.tsx';
import type { Form } from '../../ui/useForm.ts';
import { useSay, type Key } from '../../ui/words.tsx';
import { capital } from '../fit/names.tsx';
import { LanguageRows } from './LanguageRows.tsx';
import { PlaceFields } from './PlaceFields.tsx';
import { FormatsField, ProgrammeTold } from './ProgrammeFields.tsx';
import { Step } from './Step.tsx';

interface Props<V extends Typed> {
  form: Form<V>;
  choices: Choices;
  programme: ProgrammeChoice;
}

/** Labels of all fields in the order of the form, for the summary of what has to be put right. */
export const labelsWith = <F extends string>(own: Record<F, Key>) => ({
  shown_name: 'people.shown_name' as const,
  field: 'people.field' as const,
  specialism: 'people.specialism' as const,
  languages: 'people.languages' as const,
  ...own,
  formats: 'people.formats' as const,
  place: 'people.place' as const,
  hours: 'people.hours' as const,
  interests: 'people.interests' as const,
  about: 'people.about' as const,
});

export function YouStep<V extends Typed>({ form, programme }: Omit<Props<V>, 'choices'>) {
  return (
    <Step title="people.section.you">
      <Field
        form={form}
        name="shown_name"
        label="people.shown_name"
        hint="people.shown_name.hint"
        autocomplete="nickname"
      />
      <ProgrammeTold programme={programme} />
    </Step>
  );
}

export function WorkStep<V extends Typed>({ form, choices }: Omit<Props<V>, 'programme'>) {
  return (
    <Step title="people.section.work">
      <Combobox
        form={form}
        name="field"
        label="people.field"
        hint="people.field.hint"
        items={choices.fields}
      />
      <Field form={form} name="specialism" label="people.specialism" hint="people.specialism.hint" optional />
    </Step>
  );
}

export function TalkStep<V extends Typed>({ form }: Pick<Props<V>, 'form'>) {
  return (
    <Step title="people.section.talk">
      <LanguageRows form={form} />
    </Step>
  );
}

export function MeetStep<V extends Typed>(props: Props<V> & { home: Home }) {
  const { form } = props;
  return (
    <Step title="people.section.meet">
      <FormatsField form={form} programme={props.programme} />
      <PlaceFields {...props} />
      <div class="short">
        <Field form={form} name="hours" label="people.hours" hint="people.hours.hint" inputMode="numeric" />
      </div>
    </Step>
  );
}

/** Only where the programme looks at it; whoever would rather not, goes on. */
export function InterestsStep<V extends Typed>({ form, programme }: Omit<Props<V>, 'choices'>) {
  const say = useSay();
  if (!programme.asks_interests) return null;
  return (
    <Step title="people.section.interests">
      <ChoicesField
        form={form}
        name="interests"
        label="people.interests"
        hint="people.interests.hint"
        choices={interests.map((value) => ({
          value,
          label: capital(say(`form.interest.${value}`), say.lang),
        }))}
      />
    </Step>
  );
}

export function AboutStep<V extends Typed>({ form, hint }: Pick<Props<V>, 'form'> & { hint: Key }) {
  const say = useSay();
  return (
    <Step title="people.section.last">
      <TextField
        form={form}
        name="about"
        label="people.about"
        hint={hint}
        max={profileLimits.about.max}
        rows={7}
      />
      <p class="told">{say('people.about.not')}</p>
    </Step>
  );
}
