import { askUs as ask } from '../../features/enquiries/api.ts';
import { askUs, limits, type Asking } from '../../features/enquiries/model.ts';
import type { Listed } from '../../features/names/model.ts';
import { localeFacts } from '../../i18n/locales.ts';
import { enquiryTopics } from '../../schemas/enquiry.ts';
import { locales } from '../../schemas/vocabulary.ts';
import { ChoiceField, SelectField } from '../../ui/ChoiceField.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Field, TextField } from '../../ui/Field.tsx';
import { Submit } from '../../ui/Submit.tsx';
import { useForm } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';

/** What there is to choose from; of the countries their regions. */
export interface Choices {
  programmes: Listed[];
  countries: { label: string; regions: { key: string; label: string }[] }[];
}

const labels = {
  topic: 'enquiry.topic',
  words: 'enquiry.words',
  locale: 'enquiry.locale',
  address: 'enquiry.address',
} as const;

const choice = ([value, label]: Listed) => ({ value, label });

/** What one would like to know, and where the answer goes. */
export function AskForm({ programmes, countries, sent }: Choices & { sent: () => void }) {
  const say = useSay();
  const form = useForm<Asking>({
    id: 'ask',
    start: { topic: '', words: '', locale: say.lang, address: '', programme: '', region: '' },
    schema: askUs,
    fieldOf: (refusal) => (refusal === 'address_malformed' ? 'address' : undefined),
    async send(asking) {
      await ask(asking);
      sent();
    },
  });
  return (
    <form class="sheet" noValidate onSubmit={(event) => void form.submit(event)}>
      <ErrorSummary form={form} labels={labels} />
      <ChoiceField
        form={form}
        name="topic"
        label="enquiry.topic"
        choices={enquiryTopics.map((value) => ({ value, label: say(`enquiry.topic.${value}`) }))}
      />
      <TextField
        form={form}
        name="words"
        label="enquiry.words"
        hint="enquiry.words.hint"
        max={limits.enquiry_words.max}
      />
      <SelectField
        form={form}
        name="locale"
        label="enquiry.locale"
        choices={locales.map((value) => ({ value, label: localeFacts[value].name }))}
      />
      <Field
        form={form}
        name="address"
        label="enquiry.address"
        hint="enquiry.address.hint"
        type="email"
        inputMode="email"
        autocomplete="email"
      />
      <SelectField
        form={form}
        name="programme"
        label="enquiry.programme"
        optional
        none={say('enquiry.unknown')}
        choices={programmes.map(choice)}
      />
      <SelectField
        form={form}
        name="region"
        label="enquiry.region"
        hint="enquiry.region.hint"
        optional
        none={say('enquiry.unsaid')}
        choices={[]}
        groups={countries.map(({ label, regions }) => ({
          label,
          choices: regions.map(({ key, label }) => choice([key, label])),
        }))}
      />
      <p>{say('enquiry.kept')}</p>
      <Submit form={form} label="enquiry.send" />
    </form>
  );
}
