import { dropDraft } from '../../features/drafts/api.ts';
import { writeNewsletter } from '../../features/newsletters/desk-api.ts';
import { limits, writeNewsletter as shape } from '../../features/newsletters/model.ts';
import type { BegunNewsletter, NewsletterText } from '../../features/newsletters/rows.ts';
import { localeFacts } from '../../i18n/locales.ts';
import type { Locale } from '../../schemas/vocabulary.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Field, TextField } from '../../ui/Field.tsx';
import { Submit } from '../../ui/Submit.tsx';
import { useForm } from '../../ui/useForm.ts';
import { Verb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';
import { useChange } from './useChange.ts';

interface Props {
  newsletter: BegunNewsletter;
  locale: Locale;
  /** What I typed before and did not save. */
  draft: Partial<NewsletterText> | undefined;
  close: () => void;
}

const labels = { title: 'desk-newsletters.heading', words: 'desk-newsletters.words' } as const;

/** A newsletter in one language. It is kept while it is written. */
export function Write({ newsletter, locale, draft, close }: Props) {
  const say = useSay();
  const change = useChange();
  const name = `newsletter-${locale}/${newsletter.id}`;
  const written = newsletter.texts[locale];
  const form = useForm<NewsletterText>({
    id: 'newsletter',
    start: { title: '', words: '', ...written, ...draft },
    schema: shape,
    draft: name,
    async send({ title, words }) {
      await change(
        () => writeNewsletter(newsletter, locale, { title: title.trim(), words: words.trim() }),
        () => say('desk-newsletters.saved'),
      );
      await dropDraft(name).catch(() => undefined);
      close();
    },
  });
  const remove = async () => {
    await change(
      () => writeNewsletter(newsletter, locale, null),
      () => say('desk-newsletters.removed'),
    );
    await dropDraft(name).catch(() => undefined);
    close();
  };
  return (
    <Dialog title={say('desk-newsletters.write.title', { language: localeFacts[locale].name })} close={close}>
      <form noValidate onSubmit={(event) => void form.submit(event)}>
        <ErrorSummary form={form} labels={labels} />
        <Field form={form} name="title" label={labels.title} hint="desk-newsletters.heading.hint" />
        <TextField
          form={form}
          name="words"
          label={labels.words}
          hint="desk-newsletters.words.hint"
          max={limits.newsletter_words.max}
          rows={10}
        />
        <Submit form={form} label="desk-newsletters.save" />
      </form>
      {written && (
        <p>
          <Verb label="desk-newsletters.remove" link verb={remove} />
        </p>
      )}
    </Dialog>
  );
}
