import { answerApplication } from '../../features/applications/api.ts';
import { replyLimits, replyProblems } from '../../features/applications/problems.ts';
import { dropDraft } from '../../features/drafts/api.ts';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { TextField } from '../../ui/Field.tsx';
import type { Problem } from '../../ui/problems.ts';
import { refusalWords } from '../../ui/refusal-words.ts';
import { useDraft } from '../../ui/useDraft.ts';
import { useVerb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';
import { useFields } from './useFields.ts';

interface Props {
  application: string;
  /** What was typed before. */
  draft: Record<string, unknown> | undefined;
}

/** The answer to a coordinator's question, kept while it is written. */
export function Reply({ application, draft }: Props) {
  const say = useSay();
  const name = `application/${application}`;
  const { kept, keep, settle } = useDraft(name);
  const verb = useVerb();
  const form = useFields({
    id: `reply-${application}`,
    start: { message: typeof draft?.['message'] === 'string' ? draft['message'] : '' },
    check: ({ message }) => replyProblems(message) as Problem[],
    typed: keep,
    next: ({ message }) =>
      void verb.run(async () => {
        await settle();
        await dropDraft(name);
        await answerApplication(application, message.trim());
      }, 'applications.reply.sent'),
  });
  return (
    <form class="inset" noValidate onSubmit={(event) => void form.submit(event)}>
      <ErrorSummary form={form} labels={{ message: 'applications.reply' }} />
      <TextField
        form={form}
        name="message"
        label="applications.reply"
        hint="applications.reply.hint"
        max={replyLimits.max}
        rows={5}
      />
      <div class="submit">
        <button type="submit" class="button" aria-disabled={verb.busy}>
          {say('applications.reply.send')}
        </button>
        {kept !== 'no' && <p class={kept === 'failed' ? 'error' : 'hint'}>{say(`form.kept.${kept}`)}</p>}
      </div>
      {verb.refusal && (
        <p class="refusal" role="alert">
          {refusalWords(say, verb.refusal)}
        </p>
      )}
    </form>
  );
}
