import { rowFrom, sharedOf, type Typed } from '../../features/backgrounds/model.ts';
import { sharedFacts } from '../../schemas/shared-facts.ts';
import { ChoicesField } from '../../ui/ChoiceField.tsx';
import type { Form } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';
import { Told } from './told.tsx';

export type Part = keyof typeof sharedFacts;

/** Fact by fact, what the other may read before the two meet, and exactly what that looks like. */
export function Sharing({ form, parts }: { form: Form<Typed>; parts: readonly Part[] }) {
  const say = useSay();
  const row = rowFrom(form.values);
  return (
    <>
      <ChoicesField
        form={form}
        name="shares"
        label="background.shares"
        hint="background.shares.hint"
        choices={parts
          .flatMap((part) => [...sharedFacts[part]])
          .map((value) => ({ value, label: say(`background.share.${value}`) }))}
      />
      {parts.map((part) => {
        const shared = sharedOf(row, part);
        return (
          <section key={part} class="shared-preview" aria-live="polite">
            <h3>{say(`background.preview.${part}`)}</h3>
            {shared ? <Told shared={shared} /> : <p>{say('background.preview.nothing')}</p>}
          </section>
        );
      })}
    </>
  );
}
