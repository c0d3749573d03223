import { proposeTrial as propose } from '../../features/trials/api.ts';
import { proposeTrial } from '../../features/trials/model.ts';
import { dateField, instantOf } from '../../lib/dates.ts';
import type { TrialRow } from '../../lib/api/rows.ts';
import { formats } from '../../schemas/vocabulary.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Field } from '../../ui/Field.tsx';
import { announce } from '../../ui/status.tsx';
import { Submit } from '../../ui/Submit.tsx';
import { useForm } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';

interface Props {
  trial: TrialRow;
  draft?: Record<string, unknown> | undefined;
  close?: (() => void) | undefined;
}

/** When and where the hour could be, in the reader's own time zone. */
export function ProposeForm({ trial, draft, close }: Props) {
  const say = useSay();
  const text = (key: string, otherwise = '') => (typeof draft?.[key] === 'string' ? draft[key] : otherwise);
  const form = useForm({
    id: `plan-${trial.id}`,
    start: {
      day: text('day'),
      time: text('time'),
      format: text('format', trial.card?.formats.length === 1 ? trial.card.formats[0] : ''),
      meet_at: text('meet_at'),
    },
    schema: proposeTrial,
    draft: `trial/${trial.id}`,
    async send({ day, time, format, meet_at }) {
      await propose(trial.id, instantOf(day, time) ?? '', format, meet_at);
      announce(say('trial.proposed'));
      close?.();
    },
  });
  const latest = new Date(Date.parse(trial.plan_by) + 86_400_000);
  return (
    <form class="inset" noValidate onSubmit={(event) => void form.submit(event)}>
      <ErrorSummary
        form={form}
        labels={{ day: 'trial.day', time: 'trial.time', format: 'trial.format', meet_at: 'trial.meet-at' }}
      />
      <div class="pair-of-fields">
        <Field
          form={form}
          name="day"
          type="date"
          label="trial.day"
          min={dateField(new Date())}
          max={dateField(latest)}
        />
        <Field form={form} name="time" type="time" label="trial.time" />
      </div>
      <ChoiceField
        form={form}
        name="format"
        label="trial.format"
        choices={formats.map((value) => ({ value, label: say(`form.format.${value}`) }))}
      />
      <Field
        form={form}
        name="meet_at"
        label="trial.meet-at"
        hint={form.values.format === 'online' ? 'trial.meet-at.online' : 'trial.meet-at.in-person'}
      />
      <Submit form={form} label="trial.propose" />
      {close && (
        <button type="button" class="link" onClick={close}>
          {say('form.cancel')}
        </button>
      )}
    </form>
  );
}
