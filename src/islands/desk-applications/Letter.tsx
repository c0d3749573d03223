import type { Application } from '../../features/applications/desk-model.ts';
import { limits, type Deciding } from '../../features/applications/queue.ts';
import { languageName } from '../../i18n/format.ts';
import { Around, Label, useAsked } from '../../ui/Field.tsx';
import type { Form } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';
import type { SpokenLanguage } from '../../schemas/vocabulary.ts';

interface Props {
  form: Form<Deciding>;
  one: Application;
  proposed: string;
}

/** The letter as it goes out, in the language of whoever gets it; every word of it can be changed. */
export function Letter({ form, one, proposed }: Props) {
  const say = useSay();
  const asked = { form, name: 'letter', label: 'application-desk.decide.letter' } as const;
  const { id, describedBy, invalid } = useAsked(asked);
  const language = languageName(say.lang, one.locale as SpokenLanguage);
  return (
    <div class="applications-letter">
      <Around {...asked} head={<Label {...asked} />}>
        <p class="hint" id={`${id}-language`}>
          {say('application-desk.decide.language', { name: one.name, language })}
        </p>
        <textarea
          dir="auto"
          id={id}
          name="letter"
          rows={14}
          lang={one.locale}
          maxLength={limits.letter.max}
          value={form.values.letter}
          aria-describedby={`${id}-language ${describedBy ?? ''}`.trim()}
          aria-invalid={invalid}
          onInput={(event) => form.set('letter', event.currentTarget.value)}
        />
        {form.values.letter !== proposed && (
          <button type="button" class="link" onClick={() => form.set('letter', proposed)}>
            {say('application-desk.decide.anew')}
          </button>
        )}
      </Around>
    </div>
  );
}
