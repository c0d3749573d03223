import { useEffect } from 'preact/hooks';
import type * as z from 'zod/mini';
import type { Application } from '../../features/applications/desk-model.ts';
import {
  $doing,
  dealWith,
  forgetTyped,
  keepTyped,
  typedIn,
  type Doing,
} from '../../features/applications/desk-store.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { TextField } from '../../ui/Field.tsx';
import { announce } from '../../ui/status.tsx';
import { Submit } from '../../ui/Submit.tsx';
import { useForm } from '../../ui/useForm.ts';

interface Props {
  one: Application;
  doing: Doing;
  /** Which words: `application-desk.<about>.label`, `.hint`, `.send`. */
  about: 'ask' | 'concern' | 'override';
  /** The argument the text becomes. */
  name: 'message' | 'concern' | 'reason';
  title: string;
  start?: string;
  max: number;
  schema: z.ZodMiniType;
  send: (text: string) => Promise<unknown>;
  done: string;
}

/** Asks for one text about an application. Closing it throws nothing away. */
export function Telling({ one, doing, about, name, title, start = '', max, schema, send, done }: Props) {
  const form = useForm<Record<string, string>>({
    id: about,
    start: { [name]: start, ...typedIn(doing, one.id) },
    schema,
    async send(values) {
      await dealWith(() => send(values[name] ?? ''));
      forgetTyped(doing, one.id);
      $doing.set(null);
      announce(done);
    },
  });
  useEffect(() => keepTyped(doing, one.id, form.values), [form.values]);
  return (
    <Dialog title={title} close={() => $doing.set(null)}>
      <form noValidate onSubmit={(event) => void form.submit(event)}>
        <ErrorSummary form={form} labels={{ [name]: `application-desk.${about}.label` }} />
        <TextField
          form={form}
          name={name}
          label={`application-desk.${about}.label`}
          hint={`application-desk.${about}.hint`}
          max={max}
          rows={5}
        />
        <Submit form={form} label={`application-desk.${about}.send`} />
      </form>
    </Dialog>
  );
}
