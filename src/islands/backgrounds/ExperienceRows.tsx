import { emptyJob, mostJobs, type Typed, type TypedJob } from '../../features/backgrounds/model.ts';
import { Combobox, type Findable } from '../../ui/Combobox.tsx';
import { Field } from '../../ui/Field.tsx';
import { Rows } from '../../ui/Rows.tsx';
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
  return (
    <Rows<Typed, TypedJob>
      form={form}
      name="experience"
      label="background.experience"
      hint="background.experience.hint"
      empty={emptyJob}
      max={mostJobs}
      rowName={(nr) => say('background.job.nr', { nr: nr + 1 })}
      add={say('background.job.add')}
    >
      {(row) => (
        <>
          <Combobox form={row} name="work" label="background.job.work" items={fields} />
          <Combobox form={row} name="country" label="background.job.country" items={countries} optional />
          <div class="short">
            <Field form={row} name="years" label="background.job.years" inputMode="numeric" optional />
          </div>
        </>
      )}
    </Rows>
  );
}
