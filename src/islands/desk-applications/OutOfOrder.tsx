import { limits, type Deciding } from '../../features/applications/queue.ts';
import { TextField } from '../../ui/Field.tsx';
import type { Form } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';

/** Others were sent before: whoever takes this one first writes why. */
export function OutOfOrder({ form, before }: { form: Form<Deciding>; before: number }) {
  const say = useSay();
  return (
    <>
      <p class="desk-aside">{say('application-desk.decide.order.before', { count: before })}</p>
      <TextField
        form={form}
        name="order"
        label="application-desk.decide.order"
        max={limits.override.max}
        rows={2}
      />
    </>
  );
}
