import { useEffect } from 'preact/hooks';
import { inviteToInterview } from '../../features/applications/desk-api.ts';
import {
  interviewWays,
  type Application,
  type InterviewWay,
} from '../../features/applications/desk-model.ts';
import { dealWith, forgetTyped, keepTyped, typedIn } from '../../features/applications/desk-store.ts';
import { inviteShape, latestTalk, proposals, type Invitation } from '../../features/applications/queue.ts';
import { dateField, instantOf } from '../../lib/dates.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Field } from '../../ui/Field.tsx';
import { announce } from '../../ui/status.tsx';
import { Submit } from '../../ui/Submit.tsx';
import { useForm } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';
import { useKnown } from './known.ts';

const untyped = { day1: '', time1: '', day2: '', time2: '', day3: '', time3: '', how: '', place: '' };

/** Proposes up to three times for the first talk; the person chooses one. */
export function Invite({ one, close }: { one: Application; close: () => void }) {
  const say = useSay();
  const known = useKnown();
  const minutes = String(one.minutes ?? known.minutes[one.programme] ?? 45);
  const form = useForm<Invitation>({
    id: 'invite',
    start: { ...untyped, minutes, ...typedIn('invite', one.id) },
    schema: inviteShape,
    async send(values) {
      const times = proposals.flatMap(([day, time]) => instantOf(values[day], values[time]) ?? []);
      const how = values.how as InterviewWay;
      const talk = { times, minutes: Number(values.minutes), how, place: values.place };
      await dealWith(() => inviteToInterview(one.id, talk));
      forgetTyped('invite', one.id);
      close();
      announce(say('application-desk.invite.done', { name: one.name }));
    },
  });
  useEffect(() => keepTyped('invite', one.id, form.values), [form.values]);
  const { how } = form.values;
  return (
    <Dialog title={say('application-desk.invite.title', { name: one.name })} close={close}>
      <form noValidate onSubmit={(event) => void form.submit(event)}>
        <ErrorSummary form={form} labels={labels} />
        <p class="hint">
          {say('application-desk.invite.text')} {one.noted_at && say('application-desk.invite.again')}
        </p>
        {proposals.map(([day, time], nr) => (
          <div class="pair-of-fields" key={day}>
            <Field
              form={form}
              name={day}
              type="date"
              label={labels[day]}
              min={dateField(new Date())}
              max={dateField(new Date(Date.now() + latestTalk * 86_400_000))}
              optional={nr > 0}
            />
            <Field form={form} name={time} type="time" label={labels[time]} optional={nr > 0} />
          </div>
        ))}
        <Field form={form} name="minutes" type="number" label="application-desk.invite.minutes" class="few" />
        <ChoiceField
          form={form}
          name="how"
          label="application-desk.invite.how"
          choices={interviewWays.map((value) => ({ value, label: say(`application-desk.how.${value}`) }))}
        />
        <Field
          form={form}
          name="place"
          label="application-desk.invite.place"
          hint={`application-desk.invite.place.${(how || 'online') as InterviewWay}`}
        />
        <Submit form={form} label="application-desk.invite.send" />
      </form>
    </Dialog>
  );
}

const labels = {
  day1: 'application-desk.invite.day1',
  time1: 'application-desk.invite.time1',
  day2: 'application-desk.invite.day2',
  time2: 'application-desk.invite.time2',
  day3: 'application-desk.invite.day3',
  time3: 'application-desk.invite.time3',
  minutes: 'application-desk.invite.minutes',
  how: 'application-desk.invite.how',
  place: 'application-desk.invite.place',
} as const;
