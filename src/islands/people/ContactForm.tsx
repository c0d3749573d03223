import { saveContact as save } from '../../features/people/api.ts';
import { saveContact } from '../../features/people/model.ts';
import type { PersonRow } from '../../lib/api/rows.ts';
import { contactKinds, genders } from '../../schemas/vocabulary.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Field } from '../../ui/Field.tsx';
import { announce } from '../../ui/status.tsx';
import { useForm } from '../../ui/useForm.ts';
import { useSay, type Key } from '../../ui/words.tsx';

const labels = {
  contact: 'people.contact',
  surname: 'people.surname',
  phone: 'people.phone',
  gender: 'people.gender',
} satisfies Record<string, Key>;
const fields: Record<string, keyof typeof labels> = {
  surname_length: 'surname',
  phone_shape: 'phone',
  phone_is_there_when_shared: 'phone',
  gender_is_known: 'gender',
  contact_is_known: 'contact',
};

/** What only I and a coordinator see, and what of it the other sees after a yes. */
export function ContactForm({ person }: { person: PersonRow }) {
  const say = useSay();
  const form = useForm({
    id: 'contact',
    start: {
      contact: person.contact as string,
      surname: person.surname ?? '',
      phone: person.phone ?? '',
      gender: person.gender,
    },
    schema: saveContact,
    fieldOf: (refusal) => fields[refusal],
    async send({ surname, phone, gender, contact }) {
      await save({ surname: surname.trim(), phone: phone.trim(), gender, contact });
      announce(say('people.contact.saved'));
    },
  });
  return (
    <section class="sheet">
      <h2>{say('people.contact.title')}</h2>
      <form noValidate onSubmit={(event) => void form.submit(event)}>
        <ErrorSummary form={form} labels={labels} />
        <ChoiceField
          form={form}
          name="contact"
          label="people.contact"
          hint="people.contact.hint"
          choices={[...contactKinds].reverse().map((value) => ({
            value,
            label: say(`people.contact.${value}`),
            hint: value === 'platform' ? say('people.contact.platform.hint') : undefined,
          }))}
        />
        <Field
          form={form}
          name="phone"
          label="people.phone"
          hint="people.phone.hint"
          type="tel"
          autocomplete="tel"
          optional
        />
        <Field
          form={form}
          name="surname"
          label="people.surname"
          hint="people.surname.hint"
          autocomplete="family-name"
          optional
        />
        <ChoiceField
          form={form}
          name="gender"
          label="people.gender"
          hint="people.gender.hint"
          choices={genders.map((value) => ({ value, label: say(`people.gender.${value}`) }))}
        />
        <p>
          <button type="submit" class="button" aria-disabled={form.busy}>
            {say('people.contact.save')}
          </button>
        </p>
      </form>
    </section>
  );
}
