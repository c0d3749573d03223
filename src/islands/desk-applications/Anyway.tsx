import type { GuidePart } from '../../features/applications/desk-model.ts';
import { limits, type Deciding } from '../../features/applications/queue.ts';
import { TextField } from '../../ui/Field.tsx';
import type { Form } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';
import { useQuoted } from './useQuoted.ts';

/** What the talk must be about and is still open is named; a yes without it says why. */
export function Anyway({ form, missing }: { form: Form<Deciding>; missing: readonly GuidePart[] }) {
  const say = useSay();
  const quoted = useQuoted();
  return (
    <>
      <p class="desk-aside">{say('application-desk.decide.anyway.open', { parts: quoted(missing) })}</p>
      <TextField
        form={form}
        name="anyway"
        label="application-desk.decide.anyway"
        max={limits.override.max}
        rows={2}
      />
    </>
  );
}
