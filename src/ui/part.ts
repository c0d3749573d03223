import type { Form } from './useForm.ts';

/** One answer of several fields as a form of its own; what is wrong with it is said above all of them. */
export function partOf<V extends object, K extends keyof V & string>(
  form: Form<V>,
  name: K,
): Form<V[K] & object> {
  const values = form.values[name] as V[K] & object;
  return {
    ...form,
    id: `${form.id}-${name}`,
    values,
    problems: [],
    set: (key, value) => form.set(name, { ...values, [key]: value }),
    replace: (next) => form.set(name, next),
  };
}
