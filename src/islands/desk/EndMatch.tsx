import { stopMatch } from '../../features/matches/api.ts';
import { endMatch } from '../../features/matches/model.ts';
import { endReasons } from '../../schemas/reasons.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Submit } from '../../ui/Submit.tsx';
import { useForm } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';
import { useDeal } from './useDeal.ts';

interface Props {
  match: string;
  pair: string;
  close: () => void;
}

/** Ends a match, or stops one that never began, with the reason only the desk reads. */
export function EndMatch({ match, pair, close }: Props) {
  const say = useSay();
  const deal = useDeal();
  const form = useForm({
    id: 'end-match',
    start: { reason: '' },
    schema: endMatch,
    async send({ reason }) {
      await deal(() => stopMatch(match, reason), say('desk.match.ended', { pair }));
      close();
    },
  });
  const reasons = endReasons.map((reason) => ({ value: reason, label: say(`desk.end.${reason}`) }));
  return (
    <Dialog title={say('desk.match.end.title', { pair })} close={close}>
      <form noValidate onSubmit={(event) => void form.submit(event)}>
        <ErrorSummary form={form} labels={{ reason: 'desk.match.reason' }} />
        <p>{say('desk.match.end.text')}</p>
        <ChoiceField
          form={form}
          name="reason"
          label="desk.match.reason"
          hint="desk.match.reason.hint"
          choices={reasons}
        />
        <Submit form={form} label="desk.match.end" />
      </form>
    </Dialog>
  );
}
