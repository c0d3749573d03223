import { limits, type Deciding } from '../../features/applications/queue.ts';
import { TextField } from '../../ui/Field.tsx';
import type { Form } from '../../ui/useForm.ts';

interface Props {
  form: Form<Deciding>;
  /** A yes although the talk is not whole, or before somebody who was sent earlier. */
  name: 'anyway' | 'order';
  /** What stands in the way. */
  text: string;
}

/** What speaks against a yes now, and why it is said all the same. */
export function Why({ form, name, text }: Props) {
  return (
    <>
      <p class="desk-aside">{text}</p>
      <TextField
        form={form}
        name={name}
        label={`application-desk.decide.${name}`}
        max={limits.override.max}
        rows={2}
      />
    </>
  );
}
