import { useEffect } from 'preact/hooks';
import { beginAssisted } from '../../features/applications/assist-api.ts';
import { beginningShape, waysToTalk, type Beginning } from '../../features/applications/assist.ts';
import type { PageForm, PageProgramme } from '../../features/applications/model.ts';
import { localeFacts } from '../../i18n/locales.ts';
import { locales, type Locale } from '../../schemas/vocabulary.ts';
import { ChoiceField, SelectField } from '../../ui/ChoiceField.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Field } from '../../ui/Field.tsx';
import { Submit } from '../../ui/Submit.tsx';
import { useForm } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';
import { ConsentField } from '../../ui/ConsentField.tsx';
import { onlyOne, ProgrammeField } from '../desk/ProgrammeField.tsx';
import { NoAddress } from './NoAddress.tsx';

interface Props {
  form: PageForm;
  /** Those at my desks. */
  programmes: readonly PageProgramme[];
  consents: Record<Locale, string>;
  begun: (id: string) => Promise<void>;
}

/** Who is with me, and her yes to a sentence that is read aloud. Before that nothing is kept. */
export function BeginWith({ form: { part }, programmes, consents, begun }: Props) {
  const say = useSay();
  const choices = programmes.map(({ key, title }) => ({ value: key, label: title }));
  const form = useForm<Beginning>({
    id: 'with',
    start: {
      programme: onlyOne(choices),
      shown_name: '',
      address: '',
      locale: say.lang,
      how: '',
      consent: false,
    },
    schema: beginningShape,
    fieldOf: (refusal) => fields[refusal],
    async send(values) {
      await begun(await beginAssisted(part, values));
    },
  });
  const { locale } = form.values;
  // Another language is another sentence, and nobody has said yes to that one.
  useEffect(() => form.set('consent', false), [locale]);
  return (
    <form class="sheet begin" noValidate onSubmit={(event) => void form.submit(event)}>
      <ErrorSummary form={form} labels={labels} />
      <h2>{say('assist.about')}</h2>
      <ProgrammeField form={form} label={labels.programme} choices={choices} />
      <Field form={form} name="shown_name" label={labels.shown_name} />
      <Field
        form={form}
        name="address"
        label={labels.address}
        hint="assist.address.hint"
        type="email"
        inputMode="email"
      />
      <NoAddress />
      <SelectField
        form={form}
        name="locale"
        label={labels.locale}
        choices={locales.map((value) => ({ value, label: localeFacts[value].name }))}
      />
      <ChoiceField
        form={form}
        name="how"
        label={labels.how}
        choices={waysToTalk.map((value) => ({ value, label: say(`assist.how.${value}`) }))}
      />
      <h2 class="sub" id="aloud">
        {say('assist.consent')}
      </h2>
      <blockquote class="aloud" lang={locale} aria-labelledby="aloud">
        {consents[locale]}
      </blockquote>
      <ConsentField form={form} name="consent" label="assist.consent.said" />
      <Submit form={form} label="assist.begin" />
    </form>
  );
}

const labels = {
  programme: 'assist.programme',
  shown_name: 'assist.name',
  address: 'assist.address',
  locale: 'assist.locale',
  how: 'assist.how',
  consent: 'assist.consent.yes',
} as const;

/** The field a refusal is about. */
const fields: Record<string, keyof Beginning> = {
  address_malformed: 'address',
  applies_already: 'address',
  not_for_oneself: 'address',
  in_programme_already: 'address',
  known_elsewhere: 'address',
  shown_name_length: 'shown_name',
  consent_first: 'consent',
};
