import { sendRequest as send } from '../../features/requests/api.ts';
import { limits, sendRequest } from '../../features/requests/model.ts';
import type { OneMentor } from '../../lib/api/rows.ts';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { TextField } from '../../ui/Field.tsx';
import { announce } from '../../ui/status.tsx';
import { Submit } from '../../ui/Submit.tsx';
import { useForm } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';

/** A short message to one mentor. It is kept while it is written, and sent once. */
export function AskForm({ mentor }: { mentor: OneMentor }) {
  const say = useSay();
  const restored = mentor.draft?.message ?? '';
  const form = useForm({
    id: 'ask',
    start: { message: restored },
    schema: sendRequest,
    draft: `request/${mentor.person}`,
    async send({ message }) {
      await send(mentor.person, message);
      announce(say('request.sent', { name: mentor.name }));
    },
  });
  return (
    <form class="sheet" noValidate onSubmit={(event) => void form.submit(event)} aria-labelledby="ask-title">
      <h3 id="ask-title">{say('request.ask', { name: mentor.name })}</h3>
      <p>{say('request.ask.text', { name: mentor.name })}</p>
      <ErrorSummary form={form} labels={{ message: 'request.message' }} />
      {restored && form.kept === 'no' && <p class="hint">{say('form.restored')}</p>}
      <TextField
        form={form}
        name="message"
        label="request.message"
        hint="request.message.hint"
        max={limits.message.max}
      />
      <Submit form={form} label="request.send" />
    </form>
  );
}
