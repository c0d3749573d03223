import { answerApplication, resumeApplication } from '../../features/applications/api.ts';
import { isEmpty } from '../../features/applications/empty.ts';
import { replyLimits, replyProblems } from '../../features/applications/problems.ts';
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
  /** An answer to a question, or word that what came first is done: then one may say nothing more. */
  kind: keyof typeof verbs;
  /** What was typed before. */
  draft: Record<string, unknown> | undefined;
}

const verbs = { reply: answerApplication, ready: resumeApplication };

/** What the applicant writes to the coordinators, kept while it is written. */
export function Reply({ application, kind, draft }: Props) {
  const say = useSay();
  const { kept, keep, sendWith } = useDraft(`application/${application}`);
  const verb = useVerb();
  const form = useFields({
    id: `reply-${application}`,
    start: { message: typeof draft?.['message'] === 'string' ? draft['message'] : '' },
    check: ({ message }) =>
      kind === 'ready' && isEmpty(message) ? [] : (replyProblems(message) as Problem[]),
    typed: keep,
    next: ({ message }) => void verb.run(() => send(message), `applications.${kind}.sent`),
  });
  async function send(message: string) {
    try {
      await sendWith(() => verbs[kind](application, message.trim()));
    } catch (error) {
      keep(form.latest());
      throw error;
    }
  }
  return (
    <form class="inset" noValidate onSubmit={(event) => void form.submit(event)}>
      <ErrorSummary form={form} labels={{ message: `applications.${kind}` }} />
      <TextField
        form={form}
        name="message"
        label={`applications.${kind}`}
        hint={`applications.${kind}.hint`}
        optional={kind === 'ready'}
        max={replyLimits.max}
        rows={kind === 'ready' ? 3 : 5}
      />
      <div class="submit">
        <button type="submit" class="button" aria-disabled={verb.busy}>
          {say(`applications.${kind}.send`)}
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
