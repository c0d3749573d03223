import type { Form } from './useForm.ts';
import { useSay, type Key } from './words.tsx';

/** The button of a form, and how its draft is doing. */
export function Submit<V extends object>({ form, label }: { form: Form<V>; label: Key }) {
  const say = useSay();
  return (
    <div class="submit">
      <button type="submit" class="button" aria-disabled={form.busy}>
        {say(label)}
      </button>
      {form.kept !== 'no' && (
        <p class={form.kept === 'failed' ? 'error' : 'hint'}>{say(`form.kept.${form.kept}`)}</p>
      )}
    </div>
  );
}
