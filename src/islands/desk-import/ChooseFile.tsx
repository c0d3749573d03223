import { chooseFile, type MyImports } from '../../features/imports/model.ts';
import { programmesOf, takeFile } from '../../features/imports/store.ts';
import type { Part } from '../../schemas/form.ts';
import { parts } from '../../schemas/parts.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Around, Label, useAsked } from '../../ui/Field.tsx';
import { Submit } from '../../ui/Submit.tsx';
import { useForm, type Form } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';
import { useProgrammeName } from '../desk/labels.tsx';
import { onlyOne, ProgrammeField } from '../desk/ProgrammeField.tsx';
import { StepTitle } from './Steps.tsx';

interface Choosing {
  programme: string;
  part: string;
  file: File | null;
}

/** Which programme, mentors or mentees, and the file; it is read here in the browser. */
export function ChooseFile({ mine }: { mine: MyImports }) {
  const say = useSay();
  const programmeName = useProgrammeName();
  const programmes = programmesOf(mine.desks).map((value) => ({ value, label: programmeName(value) }));
  const form = useForm<Choosing>({
    id: 'import',
    start: { programme: onlyOne(programmes), part: '', file: null },
    schema: chooseFile,
    fieldOf: (key) => (key.startsWith('file.') ? 'file' : undefined),
    async send({ programme, part, file }) {
      if (file) await takeFile(programme, part as Part, file, mine.mappings[`${programme}/${part}`]);
    },
  });
  return (
    <section>
      <StepTitle first>{say('imports.file.title')}</StepTitle>
      <form class="portal-form" noValidate onSubmit={(event) => void form.submit(event)}>
        <ErrorSummary form={form} labels={labels} />
        <ProgrammeField form={form} label={labels.programme} choices={programmes} />
        <ChoiceField
          form={form}
          name="part"
          label={labels.part}
          choices={parts.map((value) => ({ value, label: say(`imports.part.${value}`) }))}
        />
        <FileField form={form} />
        <Submit form={form} label="imports.file.read" />
      </form>
      <details class="import-templates">
        <summary>{say('imports.template')}</summary>
        <ul class="plain">
          {parts.map((part) => (
            <li key={part}>
              <a href={`/${say.lang}/desk/${part}.csv`} download>
                {say(`imports.template.${part}`)}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function FileField({ form }: { form: Form<Choosing> }) {
  const asked = { form, name: 'file', label: labels.file, hint: 'imports.file.hint' } as const;
  const { id, describedBy, invalid } = useAsked(asked);
  return (
    <Around {...asked} head={<Label {...asked} />}>
      <input
        id={id}
        name="file"
        type="file"
        accept=".xlsx,.csv,.tsv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        aria-describedby={describedBy}
        aria-invalid={invalid}
        onChange={(event) => form.set('file', event.currentTarget.files?.[0] ?? null)}
      />
    </Around>
  );
}

const labels = { programme: 'imports.programme', part: 'imports.part', file: 'imports.file' } as const;
