import * as z from 'zod/mini';
import { countInterview } from '../../features/applications/desk-api.ts';
import type { Preparing as Person } from '../../features/desk/model.ts';
import { tickGate } from '../../features/onboarding/api.ts';
import { dateField } from '../../lib/dates.ts';
import { path } from '../../lib/urls.ts';
import type { Gate } from '../../schemas/onboarding-steps.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Field, TextField } from '../../ui/Field.tsx';
import { Submit } from '../../ui/Submit.tsx';
import { useForm } from '../../ui/useForm.ts';
import { Verb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';
import { useDeal } from './useDeal.ts';

interface Props {
  mentor: string;
  name: string;
  gate: Gate;
}

const least = 5;
const shapeFor = (open: number) =>
  z
    .object({ day: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)), why: z.string().check(z.maxLength(1000)) })
    .check(
      z.refine(({ why }) => open === 0 || why.trim().length >= least, {
        path: ['why'],
        params: { key: 'desk.gate.talk.needed' },
      }),
    );

/** On which day it was seen; the paper itself is never kept. A talk that leaves something open counts with a reason. */
export function TickGate({
  mentor,
  name,
  gate,
  talk,
  close,
}: Props & { talk: Person['talk']; close: () => void }) {
  const left = talk?.left ?? 0;
  const say = useSay();
  const deal = useDeal();
  const form = useForm({
    id: 'tick-gate',
    start: { day: dateField(new Date()), why: '' },
    schema: shapeFor(left),
    fieldOf: (refusal) => (refusal === 'day_unsound' ? 'day' : undefined),
    async send({ day, why }) {
      const work = async () => {
        if (talk && left > 0) await countInterview(talk.application, why);
        await tickGate(mentor, gate, day);
      };
      await deal(work, say('desk.gate.ticked', { name }));
      close();
    },
  });
  return (
    <Dialog title={say('desk.gate.title', { gate: capital(say(`desk.gate.${gate}`)), name })} close={close}>
      <form noValidate onSubmit={(event) => void form.submit(event)}>
        <ErrorSummary form={form} labels={{ day: 'desk.gate.day', why: 'desk.gate.talk.why' }} />
        {gate === 'certificate' && <p>{say('desk.gate.text')}</p>}
        {talk && left > 0 && (
          <>
            <p>
              {say('desk.gate.talk', { count: left })}{' '}
              <a href={`${path(say.lang, 'desk', 'applications')}#${talk.application}`}>
                {say('desk.gate.talk.notes')}
              </a>
            </p>
            <TextField
              form={form}
              name="why"
              label="desk.gate.talk.why"
              hint="desk.gate.talk.hint"
              max={1000}
              rows={2}
            />
          </>
        )}
        <Field form={form} name="day" label="desk.gate.day" type="date" max={dateField(new Date())} />
        <Submit form={form} label="desk.gate.save" />
      </form>
    </Dialog>
  );
}

/** Ticked by mistake: it is taken back, as long as the mentor still gets ready. */
export function TakeBack({ mentor, name, gate }: Props) {
  const say = useSay();
  const deal = useDeal();
  return (
    <Verb
      label="desk.gate.back"
      params={{ gate: say(`desk.gate.${gate}`) }}
      about={name}
      link
      verb={() => deal(() => tickGate(mentor, gate, null), say('desk.gate.taken-back', { name }))}
    />
  );
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
