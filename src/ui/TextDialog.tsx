import type { ComponentChildren } from 'preact';
import type * as z from 'zod/mini';
import { Dialog } from './Dialog.tsx';
import { ErrorSummary } from './ErrorSummary.tsx';
import { TextField } from './Field.tsx';
import { Submit } from './Submit.tsx';
import { useForm } from './useForm.ts';
import type { Key } from './words.tsx';

interface Props<N extends string> {
  title: string;
  /** The argument the text becomes. */
  name: N;
  label: Key;
  hint?: Key;
  button: Key;
  max: number;
  schema: z.ZodMiniType;
  /** Name and content of what was typed before; without a name it is not kept. */
  draft?: string;
  start?: string;
  /** Hears every change, where the dialog can be opened again. */
  typed?: (text: string) => void;
  send: (text: string) => Promise<void>;
  close: () => void;
  /** What the text answers to. */
  children?: ComponentChildren;
}

/** Asks for one text. It is kept while it is written, where it has a name. */
export function TextDialog<N extends string>(props: Props<N>) {
  const { title, name, label, hint, button, max, schema, draft, start = '', typed, send, close } = props;
  const form = useForm<Record<string, string>>({
    id: 'text-form',
    start: { [name]: start },
    schema,
    draft,
    typed: typed && ((values) => typed(values[name] ?? '')),
    async send(values) {
      await send(values[name] ?? '');
      close();
    },
  });
  return (
    <Dialog title={title} close={close}>
      {props.children}
      <form noValidate onSubmit={(event) => void form.submit(event)}>
        <ErrorSummary form={form} labels={{ [name]: label }} />
        <TextField form={form} name={name} label={label} hint={hint} max={max} rows={5} />
        <Submit form={form} label={button} />
      </form>
    </Dialog>
  );
}
