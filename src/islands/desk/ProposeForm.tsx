import { useContext, useEffect } from 'preact/hooks';
import { proposeMatch as send } from '../../features/desk/api.ts';
import { asksForAnother, proposeMatch, words, type Proposing } from '../../features/desk/model.ts';
import {
  closeProposal,
  forgetTyped,
  keepTyped,
  suggestAnew,
  typedFor,
} from '../../features/desk/proposal.ts';
import { thenReadAnew } from '../../features/desk/store.ts';
import { Refusal } from '../../lib/api/answer.ts';
import type { FoundMentor, MenteeCard } from '../../lib/api/rows.ts';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { TextField } from '../../ui/Field.tsx';
import { announce } from '../../ui/status.tsx';
import { Submit } from '../../ui/Submit.tsx';
import { useForm } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';
import { Suggestions } from './Suggestions.tsx';
import { DealtOn } from './useDeal.ts';

interface Props {
  mentee: MenteeCard;
  mentors: FoundMentor[];
  draft: Partial<Proposing> | undefined;
}

/** One of the suggested mentors, and a few words. A refusal leaves everything as it was typed. */
export function ProposeForm({ mentee, mentors, draft }: Props) {
  const say = useSay();
  const screen = useContext(DealtOn);
  const form = useForm<Proposing>({
    id: 'propose',
    start: { mentor: '', message: '', ...draft, ...typedFor(mentee.person) },
    schema: proposeMatch,
    draft: `propose/${mentee.person}`,
    async send({ mentor, message }) {
      const name = mentors.find(({ person }) => person === mentor)?.name ?? '';
      await thenReadAnew(() => send(mentee.person, mentor, message), screen).catch(onlyTheRest);
      forgetTyped(mentee.person);
      closeProposal();
      announce(say('desk.proposed', { mentor: name, mentee: mentee.name }));
    },
  });

  useEffect(() => keepTyped(mentee.person, form.values), [form.values]);
  useEffect(() => {
    // Somebody who no longer fits cannot stay chosen unseen.
    const { mentor } = form.values;
    if (mentor && !mentors.some(({ person }) => person === mentor)) form.set('mentor', '');
  }, [mentors]);

  return (
    <form noValidate onSubmit={(event) => void form.submit(event)}>
      <ErrorSummary form={form} labels={{ mentor: 'desk.part.mentor', message: 'desk.propose.message' }} />
      {draft && form.kept === 'no' && <p class="hint">{say('form.restored')}</p>}
      <Suggestions form={form} mentors={mentors} />
      <TextField
        form={form}
        name="message"
        label="desk.propose.message"
        hint="desk.propose.message.hint"
        max={words.max}
        rows={4}
      />
      <Submit form={form} label="desk.propose.send" />
    </form>
  );
}

/** A mentor who cannot be asked any more is no longer suggested either. */
function onlyTheRest(error: unknown): never {
  if (error instanceof Refusal && asksForAnother(error.key)) void suggestAnew();
  throw error;
}
