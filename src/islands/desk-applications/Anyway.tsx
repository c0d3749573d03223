import type { GuidePart } from '../../features/applications/desk-model.ts';
import type { Deciding } from '../../features/applications/queue.ts';
import { list } from '../../i18n/format.ts';
import { Around, useAsked } from '../../ui/Field.tsx';
import type { Form } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';

interface Props {
  form: Form<Deciding>;
  guide: readonly GuidePart[];
  missing: readonly string[];
}

/** Parts of the guide that are empty are named; a yes without them is said on purpose. */
export function Anyway({ form, guide, missing }: Props) {
  const say = useSay();
  const asked = { form, name: 'anyway', label: 'application-desk.decide.anyway' } as const;
  const { id, describedBy, invalid } = useAsked(asked);
  const parts = guide
    .filter((part) => missing.includes(part.id))
    .map(({ heading }) => say('application-desk.quoted', { text: heading }));
  return (
    <Around
      {...asked}
      head={
        <p class="hint">{say('application-desk.decide.empty-parts', { parts: list(say.lang, parts) })}</p>
      }
    >
      <label class="option">
        <input
          id={id}
          type="checkbox"
          checked={form.values.anyway}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          onChange={(event) => form.set('anyway', event.currentTarget.checked)}
        />
        <span>{say('application-desk.decide.anyway')}</span>
      </label>
    </Around>
  );
}
