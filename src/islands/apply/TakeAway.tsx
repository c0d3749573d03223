import type { Typed } from '../../features/applications/model.ts';
import type { Form } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';

interface Props {
  form: Form<Typed>;
  /** Keys of the answers a consent is about; none where it is about the whole form. */
  answers: string[];
}

/** The way on without a yes: what it would be about goes, and the question with it. */
export function TakeAway({ form, answers }: Props) {
  const say = useSay();
  const [first] = answers;
  if (!first) return null;
  const takeAway = () => {
    for (const key of answers) form.set(key, Array.isArray(form.values[key]) ? [] : '');
    document.getElementById(`${form.id}-${first}`)?.focus();
  };
  return (
    <p>
      <button type="button" class="link" onClick={takeAway}>
        {say('apply.answers-away')}
      </button>
    </p>
  );
}
