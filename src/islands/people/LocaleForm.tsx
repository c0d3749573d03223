import { chooseLocale as choose } from '../../features/people/api.ts';
import { chooseLocale } from '../../features/people/model.ts';
import { localeFacts } from '../../i18n/locales.ts';
import type { PersonRow } from '../../lib/api/rows.ts';
import { locales } from '../../schemas/vocabulary.ts';
import { SelectField } from '../../ui/ChoiceField.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { announce } from '../../ui/status.tsx';
import { useForm } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';

/** The language in which we write mails. The pages have their own, in the address. */
export function LocaleForm({ person }: { person: PersonRow }) {
  const say = useSay();
  const form = useForm({
    id: 'mails',
    start: { locale: person.locale },
    schema: chooseLocale,
    fieldOf: (refusal) => (refusal === 'locale_is_known' ? 'locale' : undefined),
    async send({ locale }) {
      await choose(locale);
      const language = new Intl.DisplayNames(say.lang, { type: 'language' }).of(locale) ?? locale;
      announce(say('people.locale.saved', { language }));
    },
  });
  return (
    <section class="sheet">
      <h2>{say('people.locale.title')}</h2>
      <form noValidate onSubmit={(event) => void form.submit(event)}>
        <ErrorSummary form={form} labels={{ locale: 'people.locale' }} />
        <SelectField
          form={form}
          name="locale"
          label="people.locale"
          choices={locales.map((value) => ({ value, label: localeFacts[value].name }))}
        />
        <p>
          <button type="submit" class="button" aria-disabled={form.busy}>
            {say('people.locale.save')}
          </button>
        </p>
      </form>
    </section>
  );
}
