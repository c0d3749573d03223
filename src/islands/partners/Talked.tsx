import { notePartnerTalk } from '../../features/referrals/api.ts';
import { notePartnerTalk as shape } from '../../features/referrals/model.ts';
import type { Partner } from '../../features/referrals/rows.ts';
import { dateField } from '../../lib/dates.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Field } from '../../ui/Field.tsx';
import { announce } from '../../ui/status.tsx';
import { Submit } from '../../ui/Submit.tsx';
import { useForm } from '../../ui/useForm.ts';
import { Verb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';

/** On which day we talked about how it fits; from then on it is counted anew. */
export function Talked({ partner: { id, name, talked_on }, close }: { partner: Partner; close: () => void }) {
  const say = useSay();
  const today = dateField(new Date());
  const form = useForm({
    id: 'talked',
    start: { day: today },
    schema: shape,
    fieldOf: (refusal) => (refusal === 'day_unsound' ? 'day' : undefined),
    async send({ day }) {
      await notePartnerTalk(id, day);
      announce(say('partners.talked.saved'));
      close();
    },
  });
  async function back() {
    await notePartnerTalk(id, null);
    close();
  }
  return (
    <Dialog title={say('partners.talked.title', { partner: name })} close={close}>
      <p>{say('partners.talked.text')}</p>
      <form noValidate onSubmit={(event) => void form.submit(event)}>
        <ErrorSummary form={form} labels={{ day: 'partners.talked.day' }} />
        <Field form={form} name="day" label="partners.talked.day" type="date" max={today} />
        <Submit form={form} label="partners.talked.save" />
      </form>
      {talked_on && (
        <p>
          <Verb label="partners.talked.back" done="partners.talked.gone" verb={back} quiet />
        </p>
      )}
    </Dialog>
  );
}
