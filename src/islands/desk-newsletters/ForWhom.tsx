import { addressNewsletter, beginNewsletter } from '../../features/newsletters/desk-api.ts';
import { beginNewsletter as shape } from '../../features/newsletters/model.ts';
import type { BegunNewsletter } from '../../features/newsletters/rows.ts';
import { newsletterAudiences } from '../../schemas/newsletter.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Submit } from '../../ui/Submit.tsx';
import { useForm } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';
import { useProgrammeName } from '../desk/labels.tsx';
import { onlyOne, ProgrammeField } from '../desk/ProgrammeField.tsx';
import { useChange } from './useChange.ts';

interface Props {
  programmes: string[];
  /** One that is begun; null begins one. */
  of: BegunNewsletter | null;
  close: () => void;
}

const labels = { programme: 'desk-newsletters.programme', audience: 'desk-newsletters.audience' } as const;

/** Which programme's newsletter it is, and for whom. */
export function ForWhom({ programmes, of, close }: Props) {
  const say = useSay();
  const change = useChange();
  const programmeName = useProgrammeName();
  const choices = programmes.map((value) => ({ value, label: programmeName(value) }));
  const form = useForm({
    id: 'for-whom',
    start: { programme: of?.programme ?? onlyOne(choices), audience: of?.audience ?? '' },
    schema: shape,
    async send({ programme, audience }) {
      if (of)
        await change(() => addressNewsletter(of, audience), () => say('desk-newsletters.audience.saved')); // prettier-ignore
      else
        await change(
          () => beginNewsletter(programme, audience),
          () => say('desk-newsletters.begin.done'),
        );
      close();
    },
  });
  return (
    <Dialog title={say(of ? 'desk-newsletters.audience' : 'desk-newsletters.begin.title')} close={close}>
      <form noValidate onSubmit={(event) => void form.submit(event)}>
        <ErrorSummary form={form} labels={labels} />
        {!of && <ProgrammeField form={form} label={labels.programme} choices={choices} />}
        <ChoiceField
          form={form}
          name="audience"
          label={labels.audience}
          choices={newsletterAudiences.map((value) => ({
            value,
            label: say(`newsletter.audience.${value}`),
          }))}
        />
        <Submit form={form} label={of ? 'desk-newsletters.audience.save' : 'desk-newsletters.begin.go'} />
      </form>
    </Dialog>
  );
}
