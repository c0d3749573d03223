import { useStore } from '../../ui/useStore.ts';
import { useContext } from 'preact/hooks';
import {
  columnsOf,
  columnsShape,
  mappingOf,
  type Chosen,
  type Columns as Typed,
} from '../../features/imports/model.ts';
import { $sending, $way, lookAt } from '../../features/imports/store.ts';
import { fieldsOf, fillable, neededFields } from '../../lib/imports/fields.ts';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Field, TextField } from '../../ui/Field.tsx';
import { Submit } from '../../ui/Submit.tsx';
import { useForm, type Form } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';
import { Regions } from './regions.ts';
import { StepTitle } from './Steps.tsx';

/** Which column is which field, as it seems or as it was before, and what holds where a cell is empty. */
export function Columns({ chosen }: { chosen: Chosen }) {
  const say = useSay();
  const regions = useContext(Regions);
  const sending = useStore($sending);
  const { table, part, programme } = chosen;
  const form = useForm<Typed>({
    id: 'columns',
    start: columnsOf(chosen),
    schema: columnsShape(table.headers),
    send: (typed) => lookAt(chosen, mappingOf(table.headers, typed), regions[programme] ?? []),
  });
  const own = fillable.filter((field) => fieldsOf(part).includes(field));
  const missing = own.filter((field) => isMissing(form.values, field));
  const others = own.filter((field) => !missing.includes(field));
  return (
    <section>
      <StepTitle>{say('imports.columns.title')}</StepTitle>
      <p>{say('imports.columns.lead', { count: table.rows.length, file: chosen.fileName })}</p>
      {chosen.remembered && <p class="notice">{say('imports.columns.remembered')}</p>}
      <form noValidate onSubmit={(event) => void form.submit(event)}>
        <ErrorSummary form={form} labels={labels} />
        <fieldset class="import-columns">
          <legend class="visually-hidden">{say('imports.columns.all')}</legend>
          {table.headers.map((header, nr) => (
            <Column key={header} form={form} nr={nr} header={header} chosen={chosen} />
          ))}
        </fieldset>
        {missing.length > 0 && (
          <fieldset class="import-defaults">
            <legend>{say('imports.defaults.title')}</legend>
            <p class="hint">{say('imports.defaults.lead')}</p>
            {missing.map((field) => (
              <ForAll key={field} form={form} field={field} />
            ))}
          </fieldset>
        )}
        <details class="import-defaults" open={others.some((field) => form.values[`default-${field}`])}>
          <summary>{say('imports.defaults.more')}</summary>
          {others.map((field) => (
            <ForAll key={field} form={form} field={field} optional />
          ))}
        </details>
        <Submit form={form} label="imports.columns.go" />
        {sending && (
          <p class="import-sending" role="status">
            <progress max={sending.all} value={sending.done} aria-label={say('imports.step.look')} />
            {say('imports.sending', sending)}
          </p>
        )}
      </form>
      <button type="button" class="link" onClick={() => $way.set({ at: 'file' })}>
        {say('imports.back')}
      </button>
    </section>
  );
}

/** What holds where a cell is empty. */
function ForAll(props: { form: Form<Typed>; field: (typeof fillable)[number]; optional?: boolean }) {
  const { form, field, optional = false } = props;
  const asked = { form, name: `default-${field}`, label: `imports.field.${field}`, optional } as const;
  return field === 'about' ? <TextField {...asked} max={1200} rows={3} /> : <Field {...asked} />;
}

/** Needed by everybody, and no column has it. */
const isMissing = (typed: Typed, field: string) =>
  neededFields.some((needed) => needed === field) &&
  !Object.entries(typed).some(([name, value]) => name.startsWith('column-') && value === field);

interface OneColumn {
  form: Form<Typed>;
  nr: number;
  header: string;
  chosen: Chosen;
}

/** A header with two of its cells, and what it is read as. Cells never leave the browser but as what is chosen here. */
function Column({ form, nr, header, chosen: { table, part } }: OneColumn) {
  const say = useSay();
  const name = `column-${nr}`;
  const id = `${form.id}-${name}`;
  const problem = form.problems.find(({ field }) => field === name);
  const cells = table.rows.flatMap(({ cells }) => (cells[nr] ? [cells[nr]] : []));
  const samples = [...new Set(cells.slice(0, 50))].slice(0, 2).map((cell) => cell.slice(0, 40));
  const sample =
    samples.length > 0
      ? say('imports.columns.such-as', { sample: samples.join(' · ') })
      : say('imports.columns.empty');
  return (
    <div class={problem ? 'import-column field wrong' : 'import-column field'}>
      <label for={id}>
        <bdi>{header}</bdi> <small dir="auto">{sample}</small>
      </label>
      <div>
        {problem && (
          <p class="error" id={`${id}-error`}>
            {say(problem.key, problem.params)}
          </p>
        )}
        <select
          id={id}
          name={name}
          value={form.values[name] ?? ''}
          aria-describedby={problem ? `${id}-error` : undefined}
          aria-invalid={problem ? 'true' : undefined}
          onChange={(event) => form.set(name, event.currentTarget.value)}
        >
          <option value="">{say('imports.columns.none')}</option>
          {fieldsOf(part).map((field) => (
            <option key={field} value={field}>
              {say(`imports.field.${field}`)}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

/** Columns say in their own place which they are. */
const labels: Partial<Record<string, `imports.field.${(typeof fillable)[number]}`>> = Object.fromEntries(
  fillable.map((field) => [`default-${field}`, `imports.field.${field}`]),
);
