import type { Form } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';
import { SignedOut } from './SignedOut.tsx';

/** The end of a long form: sending it, and quietly always in sight, that nothing typed is lost. */
export function Foot<V extends object>({ form }: { form: Form<V> }) {
  const say = useSay();
  return (
    <>
      <SignedOut form={form} />
      <p class="buttons">
        <button type="submit" class="button" aria-disabled={form.busy}>
          {say('people.save')}
        </button>
      </p>
      {form.kept !== 'no' && (
        <p class={`kept ${form.kept}`}>
          {say(form.kept === 'saved' ? 'people.kept' : `form.kept.${form.kept}`)}
        </p>
      )}
    </>
  );
}
