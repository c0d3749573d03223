import type * as z from 'zod/mini';
import { ChoiceField, type Choice } from './ChoiceField.tsx';
import { ConsentField } from './ConsentField.tsx';
import { Dialog } from './Dialog.tsx';
import { ErrorSummary } from './ErrorSummary.tsx';
import { Submit } from './Submit.tsx';
import { useForm } from './useForm.ts';
import { useSay, type Key } from './words.tsx';

interface Props {
  /** Of the person the dialog is about. */
  name: string;
  title: Key;
  text: Key;
  label: Key;
  choices: Choice[];
  button: Key;
  schema: z.ZodMiniType;
  /** A box that may be ticked besides, with what it does. */
  also?: { label: Key; hint: Key };
  send: (reason: string, also: boolean) => Promise<void>;
  close: () => void;
}

/** Asks for one of a few reasons before something ends. */
export function ReasonDialog({
  name,
  title,
  text,
  label,
  choices,
  button,
  schema,
  also,
  send,
  close,
}: Props) {
  const say = useSay();
  const form = useForm({
    id: 'reason-form',
    start: { reason: '', also: false },
    schema,
    async send({ reason, also }) {
      await send(reason, also);
      close();
    },
  });
  return (
    <Dialog title={say(title, { name })} close={close}>
      <p>{say(text, { name })}</p>
      <form noValidate onSubmit={(event) => void form.submit(event)}>
        <ErrorSummary form={form} labels={{ reason: label }} />
        <ChoiceField form={form} name="reason" label={label} choices={choices} />
        {also && <ConsentField form={form} name="also" {...also} optional />}
        <Submit form={form} label={button} />
      </form>
    </Dialog>
  );
}
