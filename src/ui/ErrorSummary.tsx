import { useEffect, useRef } from 'preact/hooks';
import { refusalWords } from './refusal-words.ts';
import type { Form } from './useForm.ts';
import { useSay, type Key } from './words.tsx';

interface Props<V extends object> {
  form: Form<V>;
  /** The label of each field, as the field itself shows it, in the order of the form; a line's field brings its words. */
  labels: Partial<Record<keyof V & string, Key | { words: string }>>;
}

/** What has to be put right, on top of the form and focused, each line leading to its field. */
export function ErrorSummary<V extends object>({ form, labels }: Props<V>) {
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (form.refusedTries > 0) box.current?.focus();
  }, [form.refusedTries]);
  if (form.problems.length === 0 && !form.refusal) return null;
  const order = Object.keys(labels);
  const problems = [...form.problems].sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
  return (
    <div class="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{say('form.there-is-a-problem')}</h2>
      {form.refusal && <p>{refusalWords(say, form.refusal)}</p>}
      <ul class="plain">
        {problems.map(({ field, key, params }) => {
          const label = labels[field as keyof V & string];
          const id = `${form.id}-${field}`;
          return (
            <li key={field}>
              <a href={`#${id}`} onClick={(event) => goTo(event, id)}>
                {label && named(typeof label === 'string' ? say(label) : label.words)}
                {say(key, params)}
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** “Place: ”, but “Where do you live? ”. */
const named = (label: string) => (label.endsWith('?') ? `${label} ` : `${label}: `);

/** Focuses the field without touching the address, which may carry something else. */
function goTo(event: Event, id: string) {
  event.preventDefault();
  const field = document.getElementById(id);
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}
