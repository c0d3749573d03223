import { useEffect, useRef } from 'preact/hooks';
import { countInterview, decideApplication, takeOutOfOrder } from '../../features/applications/desk-api.ts';
import { decisions, type Application, type Decision } from '../../features/applications/desk-model.ts';
import {
  dealWith,
  following,
  forgetTyped,
  keepTyped,
  typedIn,
} from '../../features/applications/desk-store.ts';
import { decideShape, missingParts, reasonsFor, type Deciding } from '../../features/applications/queue.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { announce } from '../../ui/status.tsx';
import { Submit } from '../../ui/Submit.tsx';
import { useForm } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';
import { countedAs, useGuide } from './known.ts';
import { Letter } from './Letter.tsx';
import { useLetter } from './useLetter.ts';
import { useQuoted } from './useQuoted.ts';
import { Why } from './Why.tsx';
import { go } from './useKeys.ts';

/** Decides, with a reason for the report and a letter for the person; then the next application comes up. */
export function Decide({ one, close }: { one: Application; close: () => void }) {
  const say = useSay();
  const quoted = useQuoted();
  const missing = missingParts(useGuide(one), one.notes ?? {});
  // A mentor's talk is a step after the yes.
  const waits = one.part === 'mentee' && countedAs(one) === undefined ? missing.length : 0;
  const before = passedOver(one);
  const template = useLetter(one);
  const form = useForm<Deciding>({
    id: 'decide',
    start: { decision: '', reason: '', letter: '', anyway: '', order: '', ...typedIn('decide', one.id) },
    schema: decideShape(one.eligibility.unmet.length, waits, before),
    async send(values) {
      const next = following(one.id);
      await dealWith(async () => {
        if (waits > 0 && values.decision === 'accept') await countInterview(one.id, values.anyway);
        if (before > 0 && values.decision === 'accept') await takeOutOfOrder(one.id, values.order);
        await decideApplication(one, values);
      });
      forgetTyped('decide', one.id);
      close();
      announce(say(`application-desk.decided.${values.decision || 'accept'}`, { name: one.name }));
      go(next);
    },
  });
  // What has been decided before is no choice: who stands in line is not put in line again.
  const possible = decisions.filter((value) => value !== answered[one.status]);
  const { decision, reason, letter } = form.values;
  useEffect(() => keepTyped('decide', one.id, form.values), [form.values]);

  // A new decision has other reasons; with only one there is nothing to choose.
  const reasons = decision ? reasonsFor(decision, one.part) : [];
  useEffect(() => {
    if (decision && !reasons.includes(reason))
      form.set('reason', reasons.length === 1 ? (reasons[0] ?? '') : '');
  }, [decision]);

  // The letter follows the decision until somebody has written in it.
  const proposed = template(decision, reason);
  const last = useRef(proposed);
  const untouched = letter === '' || letter === last.current;
  useEffect(() => {
    if (untouched && letter !== proposed) form.set('letter', proposed);
    last.current = proposed;
  }, [proposed]);

  return (
    <Dialog title={say('application-desk.decide.title', { name: one.name })} close={close}>
      <form class="applications-decide" noValidate onSubmit={(event) => void form.submit(event)}>
        <ErrorSummary form={form} labels={labels} />
        <ChoiceField
          form={form}
          name="decision"
          label={labels.decision}
          choices={possible.map((value) => ({
            value,
            label: say(`application-desk.decision.${value}`),
            hint: say(`application-desk.decision.${value}.hint`),
          }))}
        />
        {decision === 'accept' && waits > 0 && (
          <Why
            form={form}
            name="anyway"
            text={say('application-desk.decide.anyway.open', { parts: quoted(missing) })}
          />
        )}
        {decision === 'accept' && one.part === 'mentor' && missing.length > 0 && (
          <p class="desk-aside">{say('application-desk.decide.anyway.later', { parts: quoted(missing) })}</p>
        )}
        {decision === 'accept' && before > 0 && (
          <Why
            form={form}
            name="order"
            text={say('application-desk.decide.order.before', { count: before })}
          />
        )}
        {reasons.length > 1 && (
          <ChoiceField
            form={form}
            name="reason"
            label={labels.reason}
            hint="application-desk.decide.reason.hint"
            choices={reasons.map((value) => ({
              value,
              label: say(`application-desk.reason.${value as 'ready'}`),
            }))}
          />
        )}
        {decision && <Letter form={form} one={one} proposed={proposed} />}
        <Submit form={form} label="application-desk.decide.send" />
        <p class="hint">{say('application-desk.decide.keys')}</p>
      </form>
    </Dialog>
  );
}

/** How many of the waiting list would be passed over by a yes that has no reason yet. */
const passedOver = ({ passes, overrides }: Application) =>
  overrides.some(({ rule }) => rule === 'order') ? 0 : passes;

/** Which decision the state is the answer to already. */
const answered: Partial<Record<Application['status'], Decision>> = { waiting: 'wait', preparing: 'prepare' };

const labels = {
  decision: 'application-desk.decide.decision',
  anyway: 'application-desk.decide.anyway',
  order: 'application-desk.decide.order',
  reason: 'application-desk.decide.reason',
  letter: 'application-desk.decide.letter',
} as const;
