import { useState } from 'preact/hooks';
import { pause, resume } from '../../features/mentors/api.ts';
import { pause as shape } from '../../features/mentors/model.ts';
import { isPaused } from '../../features/people/next.ts';
import { dateField, dateWords } from '../../lib/dates.ts';
import type { MentorRow } from '../../lib/api/rows.ts';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Field } from '../../ui/Field.tsx';
import { focusSoon } from '../../ui/focus.ts';
import { announce } from '../../ui/status.tsx';
import { Submit } from '../../ui/Submit.tsx';
import { useForm } from '../../ui/useForm.ts';
import { Verb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';

/** Not to be asked for a while; ends by itself where an end is given. */
export function Pause({ mentor }: { mentor: MentorRow }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const { paused_from, paused_until } = mentor;
  if (paused_from && (isPaused(mentor) || paused_from > dateField(new Date()))) {
    const params = {
      from: dateWords(say.lang, paused_from),
      until: paused_until ? dateWords(say.lang, paused_until) : '',
    };
    return (
      <>
        <p class="notice">{say(paused_until ? 'my.pause.until' : 'my.pause.open', params)}</p>
        <Verb label="my.pause.end" quiet done="my.pause.ended" verb={resume} />
      </>
    );
  }
  if (!open) {
    return (
      <button
        type="button"
        class="link"
        onClick={() => {
          setOpen(true);
          focusSoon('pause-form-starts_on');
        }}
      >
        {say('my.pause')}
      </button>
    );
  }
  return <PauseForm close={() => setOpen(false)} />;
}

function PauseForm({ close }: { close: () => void }) {
  const say = useSay();
  const today = dateField(new Date());
  const form = useForm({
    id: 'pause-form',
    start: { starts_on: today, ends_on: '' },
    schema: shape,
    async send({ starts_on, ends_on }) {
      await pause(starts_on, ends_on || null);
      announce(say('my.pause.begun'));
      close();
    },
  });
  return (
    <form class="inset" noValidate onSubmit={(event) => void form.submit(event)}>
      <ErrorSummary form={form} labels={{ starts_on: 'my.pause.from', ends_on: 'my.pause.to' }} />
      <div class="short">
        <Field form={form} name="starts_on" type="date" label="my.pause.from" min={today} />
        <Field
          form={form}
          name="ends_on"
          type="date"
          label="my.pause.to"
          hint="my.pause.to.hint"
          optional
          min={today}
        />
      </div>
      <Submit form={form} label="my.pause.begin" />
      <button type="button" class="link" onClick={close}>
        {say('form.cancel')}
      </button>
    </form>
  );
}
