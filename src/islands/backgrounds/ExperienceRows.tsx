import { mostJobs, type Typed, type TypedJob } from '../../features/backgrounds/model.ts';
import { Combobox, type Findable } from '../../ui/Combobox.tsx';
import { Around, Field, useAsked } from '../../ui/Field.tsx';
import type { Form } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';

interface Props {
  form: Form<Typed>;
  fields: readonly Findable[];
  countries: readonly Findable[];
}

/** Up to four jobs somebody has had: which work, and where and for how long if she likes. */
export function ExperienceRows({ form, fields, countries }: Props) {
  const say = useSay();
  const asked = {
    form,
    name: 'experience' as const,
    label: 'background.experience' as const,
    hint: 'background.experience.hint' as const,
  };
  const { id, describedBy, invalid } = useAsked(asked);
  const lines = form.values.experience;
  const add = () => {
    const nr = Math.max(-1, ...lines.map((line) => line.nr)) + 1;
    form.set('experience', [...lines, { nr, work: '', country: '', years: '' }]);
    focusSoon(`${id}-${nr}-work`);
  };
  const remove = (nr: number) => {
    form.set(
      'experience',
      lines.filter((line) => line.nr !== nr),
    );
    focusSoon(`${id}-add`);
  };
  return (
    <fieldset id={id} tabIndex={-1} class="group" aria-describedby={describedBy} aria-invalid={invalid}>
      <Around {...asked} head={<legend>{say(asked.label)}</legend>}>
        {lines.map((line, at) => {
          const part = lineOf(form, `${id}-${line.nr}`, line);
          return (
            <div class="job" key={line.nr} role="group" aria-label={say('background.job.nr', { nr: at + 1 })}>
              <Combobox form={part} name="work" label="background.job.work" items={fields} />
              <Combobox
                form={part}
                name="country"
                label="background.job.country"
                items={countries}
                optional
              />
              <div class="short">
                <Field form={part} name="years" label="background.job.years" inputMode="numeric" optional />
              </div>
              <button type="button" class="link" onClick={() => remove(line.nr)}>
                {say('background.job.remove', { nr: at + 1 })}
              </button>
            </div>
          );
        })}
        {lines.length < mostJobs && (
          <button type="button" class="button quiet" id={`${id}-add`} onClick={add}>
            {say('background.job.add')}
          </button>
        )}
      </Around>
    </fieldset>
  );
}

/** The part of the form that holds one line; what is wrong with it is said above all of them. */
function lineOf(form: Form<Typed>, id: string, line: TypedJob): Form<TypedJob> {
  const put = (next: TypedJob) =>
    form.set(
      'experience',
      form.values.experience.map((one) => (one.nr === line.nr ? next : one)),
    );
  return { ...form, id, values: line, problems: [], set: (key, value) => put({ ...line, [key]: value }), replace: put };
} // prettier-ignore

/** After the next drawing, when the element is there. */
function focusSoon(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}
