import { answerApplication } from '../../features/applications/api.ts';
import { answerMessage, replyLimits } from '../../features/applications/reply.ts';
import { dropDraft } from '../../features/drafts/api.ts';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { TextField } from '../../ui/Field.tsx';
import { announce } from '../../ui/status.tsx';
import { Submit } from '../../ui/Submit.tsx';
import { useForm } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';

interface Props {
  application: string;
  /** What was typed before. */
  draft: Record<string, unknown> | undefined;
}

/** The answer to a coordinator's question, kept while it is written. */
export function Reply({ application, draft }: Props) {
  const say = useSay();
  const name = `application/${application}`;
  const form = useForm({
    id: `reply-${application}`,
    start: { message: typeof draft?.['message'] === 'string' ? draft['message'] : '' },
    schema: answerMessage,
    draft: name,
    async send({ message }) {
      await answerApplication(application, message.trim());
      announce(say('applications.reply.sent'));
      await dropDraft(name);
    },
  });
  return (
    <form class="inset" noValidate onSubmit={(event) => void form.submit(event)}>
      <ErrorSummary form={form} labels={{ message: 'applications.reply' }} />
      <TextField
        form={form}
        name="message"
        label="applications.reply"
        hint="applications.reply.hint"
        max={replyLimits.message.max}
        rows={5}
      />
      <Submit form={form} label="applications.reply.send" />
    </form>
  );
}
