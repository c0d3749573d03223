import { inviteCompany, renewInvitation } from '../../features/needs/desk-api.ts';
import {
  inviteCompany as inviteShape,
  renewInvitation as renewShape,
  type Invitation,
} from '../../features/needs/model.ts';
import { dateField } from '../../lib/dates.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Field } from '../../ui/Field.tsx';
import { Submit } from '../../ui/Submit.tsx';
import { useForm } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';

interface Props {
  programme: string;
  /** The invitation that gets a new link; null makes a new one. */
  of: Invitation | null;
  made: (company: string, secret: string) => void;
  close: () => void;
}

const quarter = 90 * 86_400_000;
const labels = { company: 'company.name', quota: 'company.quota', valid_until: 'company.until' } as const;

/** Invites a company, or makes its link anew. */
export function Invite({ programme, of, made, close }: Props) {
  const say = useSay();
  const form = useForm({
    id: 'invite-company',
    start: {
      company: of?.company ?? '',
      quota: String(of?.quota ?? 20),
      valid_until: dateField(new Date(Date.now() + quarter)),
    },
    schema: of ? renewShape : inviteShape,
    async send({ company, quota, valid_until }) {
      const { secret } = of
        ? await renewInvitation(of.id, valid_until)
        : await inviteCompany(programme, { company, quota: Number(quota), valid_until });
      made(company.trim(), secret);
    },
    fieldOf: (refusal) => (refusal === 'valid_until_unsound' ? 'valid_until' : undefined),
  });
  return (
    <Dialog
      title={of ? say('company.renew.title', { company: of.company }) : say('company.invite.title')}
      close={close}
    >
      <form noValidate onSubmit={(event) => void form.submit(event)}>
        <ErrorSummary form={form} labels={labels} />
        {of && <p>{say('company.renew.text')}</p>}
        {!of && (
          <>
            <Field form={form} name="company" label={labels.company} />
            <Field
              form={form}
              name="quota"
              label={labels.quota}
              hint="company.quota.hint"
              inputMode="numeric"
            />
          </>
        )}
        <Field
          form={form}
          name="valid_until"
          label={labels.valid_until}
          hint="company.until.hint"
          type="date"
        />
        <Submit form={form} label="company.invite.send" />
      </form>
    </Dialog>
  );
}
