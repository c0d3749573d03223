import * as z from 'zod/mini';
import { tickGate } from '../../features/onboarding/api.ts';
import { dateField } from '../../lib/dates.ts';
import type { Gate } from '../../schemas/onboarding-steps.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Field } from '../../ui/Field.tsx';
import { Submit } from '../../ui/Submit.tsx';
import { useForm } from '../../ui/useForm.ts';
import { useVerb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';
import { useDeal } from './useDeal.ts';

interface Props {
  mentor: string;
  name: string;
  gate: Gate;
}

const shape = z.object({ day: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)) });

/** On which day it was seen; the paper itself is never kept. */
export function TickGate({ mentor, name, gate, close }: Props & { close: () => void }) {
  const say = useSay();
  const deal = useDeal();
  const form = useForm({
    id: 'tick-gate',
    start: { day: dateField(new Date()) },
    schema: shape,
    fieldOf: (refusal) => (refusal === 'day_unsound' ? 'day' : undefined),
    async send({ day }) {
      await deal(() => tickGate(mentor, gate, day), say('desk.gate.ticked', { name }));
      close();
    },
  });
  return (
    <Dialog title={say('desk.gate.title', { gate: capital(say(`desk.gate.${gate}`)), name })} close={close}>
      <form noValidate onSubmit={(event) => void form.submit(event)}>
        <ErrorSummary form={form} labels={{ day: 'desk.gate.day' }} />
        {gate === 'certificate' && <p>{say('desk.gate.text')}</p>}
        <Field form={form} name="day" label="desk.gate.day" type="date" max={dateField(new Date())} />
        <Submit form={form} label="desk.gate.save" />
      </form>
    </Dialog>
  );
}

/** Ticked by mistake: it is taken back, as long as the mentor still gets ready. */
export function TakeBack({ mentor, name, gate }: Props) {
  const say = useSay();
  const deal = useDeal();
  const verb = useVerb();
  const back = () => deal(() => tickGate(mentor, gate, null), say('desk.gate.taken-back', { name }));
  return (
    <button type="button" class="link" aria-disabled={verb.busy} onClick={() => void verb.run(back)}>
      {say('desk.gate.back', { gate: say(`desk.gate.${gate}`) })}
      <span class="visually-hidden"> {name}</span>
    </button>
  );
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
