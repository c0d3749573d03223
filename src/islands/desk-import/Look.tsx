import { runShape, type Chosen, type Looked, type Running } from '../../features/imports/model.ts';
import { $way, bringIn } from '../../features/imports/store.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Around, useAsked } from '../../ui/Field.tsx';
import { useForm, type Form } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';
import { Problems } from './Problems.tsx';
import { StepTitle } from './Steps.tsx';

/** What would come of it, every row that is stopped and why; and the button that brings the others in. */
export function Look({ chosen, looked }: { chosen: Chosen; looked: Looked }) {
  const say = useSay();
  const stopped = looked.stopped.length;
  const form = useForm<Running>({
    id: 'run',
    start: { leave: '', sure: false },
    schema: runShape(stopped),
    send: () => bringIn(chosen, looked, say('imports.ground')),
  });
  return (
    <section>
      <StepTitle>{say('imports.look.title')}</StepTitle>
      <ul class="plain import-counts">
        <li>{say('imports.look.fresh', { count: looked.fresh })}</li>
        {looked.here > 0 && <li>{say('imports.look.here', { count: looked.here })}</li>}
        <li>{stopped > 0 ? say('imports.look.stopped', { count: stopped }) : say('imports.look.sound')}</li>
      </ul>
      {stopped > 0 && <Problems looked={looked} />}
      {looked.fresh > 0 ? (
        <form class="portal-form" noValidate onSubmit={(event) => void form.submit(event)}>
          <ErrorSummary form={form} labels={labels} />
          {stopped > 0 && (
            <ChoiceField
              form={form}
              name="leave"
              label={labels.leave}
              choices={[
                { value: 'no', label: say('imports.look.leave-out.no') },
                { value: 'yes', label: say('imports.look.leave-out.yes', { count: stopped }) },
              ]}
            />
          )}
          <Ground form={form} />
          <div class="submit">
            <button type="submit" class="button" aria-disabled={form.busy}>
              {say('imports.run', { count: looked.fresh })}
            </button>
          </div>
        </form>
      ) : (
        <p class="state">{say('imports.run.none')}</p>
      )}
      <p class="links">
        <button type="button" class="link" onClick={() => $way.set({ at: 'columns', chosen })}>
          {say('imports.back')}
        </button>
        <button type="button" class="link" onClick={() => $way.set({ at: 'file' })}>
          {say('imports.look.again')}
        </button>
      </p>
    </section>
  );
}

/** What I confirm, word for word as it is kept. */
function Ground({ form }: { form: Form<Running> }) {
  const say = useSay();
  const asked = { form, name: 'sure', label: labels.sure } as const;
  const { id, describedBy, invalid } = useAsked(asked);
  return (
    <Around {...asked} head={null}>
      <h3>{say('imports.ground.title')}</h3>
      <label class="option">
        <input
          id={id}
          type="checkbox"
          name="sure"
          checked={form.values.sure}
          aria-describedby={[describedBy, `${id}-kept`].filter(Boolean).join(' ')}
          aria-invalid={invalid}
          onChange={(event) => form.set('sure', event.currentTarget.checked)}
        />
        <span>{say('imports.ground')}</span>
      </label>
      <p class="hint" id={`${id}-kept`}>
        {say('imports.ground.hint')}
      </p>
    </Around>
  );
}

const labels = { leave: 'imports.look.leave-out', sure: 'imports.ground.title' } as const;
