import { useState } from 'preact/hooks';
import { tellBarrier as tell } from '../../features/barriers/api.ts';
import { tellBarrier, type Telling } from '../../features/barriers/model.ts';
import type { Listed } from '../../features/names/model.ts';
import { countryName } from '../../i18n/format.ts';
import { barrierCountries, barrierKinds, barrierStages } from '../../schemas/barrier.ts';
import { ChoiceField, SelectField } from '../../ui/ChoiceField.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Island } from '../../ui/Island.tsx';
import { Submit } from '../../ui/Submit.tsx';
import { Thanks } from '../../ui/Thanks.tsx';
import { useForm } from '../../ui/useForm.ts';
import { useSay, type Spoken } from '../../ui/words.tsx';

/** Telling in codes what stood in one's way, without an account. */
export default function Tell({ fields, ...spoken }: Spoken & { fields: Listed[] }) {
  const [told, setTold] = useState(false);
  return (
    <Island {...spoken}>
      {told ? (
        <Thanks
          title="barrier.done"
          text="barrier.done.text"
          again="barrier.again"
          back={() => setTold(false)}
        />
      ) : (
        <TellForm fields={fields} sent={() => setTold(true)} />
      )}
    </Island>
  );
}

const labels = { kind: 'barrier.kind', stage: 'barrier.stage', country: 'barrier.country', year: 'barrier.year' } as const; // prettier-ignore
const start: Telling = { kind: '', stage: '', country: '', year: '', field: '' };

function TellForm({ fields, sent }: { fields: Listed[]; sent: () => void }) {
  const say = useSay();
  const form = useForm<Telling>({
    id: 'tell',
    start,
    schema: tellBarrier,
    async send(telling) {
      await tell(telling);
      sent();
    },
  });
  const thisYear = new Date().getFullYear();
  const years = Array.from({ length: 11 }, (_, ago) => String(thisYear - ago));
  return (
    <form class="sheet" noValidate onSubmit={(event) => void form.submit(event)}>
      <ErrorSummary form={form} labels={labels} />
      <ChoiceField
        form={form}
        name="kind"
        label="barrier.kind"
        choices={barrierKinds.map((value) => ({ value, label: say(`barrier.kind.${value}`) }))}
      />
      <ChoiceField
        form={form}
        name="stage"
        label="barrier.stage"
        choices={barrierStages.map((value) => ({ value, label: say(`barrier.stage.${value}`) }))}
      />
      <ChoiceField
        form={form}
        name="country"
        label="barrier.country"
        choices={barrierCountries.map((value) => ({ value, label: countryName(say.lang, value) }))}
      />
      <SelectField
        form={form}
        name="year"
        label="barrier.year"
        none={say('form.choose')}
        choices={years.map((value) => ({ value, label: value }))}
      />
      <SelectField
        form={form}
        name="field"
        label="barrier.field"
        optional
        none={say('barrier.field.unsaid')}
        choices={fields.map(([value, label]) => ({ value, label }))}
      />
      <p>{say('barrier.kept')}</p>
      <Submit form={form} label="barrier.send" />
    </form>
  );
}
