import { addPartner as add } from '../../features/referrals/api.ts';
import { addPartner } from '../../features/referrals/model.ts';
import { partnerKinds } from '../../schemas/referral.ts';
import { SelectField } from '../../ui/ChoiceField.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Field } from '../../ui/Field.tsx';
import { Submit } from '../../ui/Submit.tsx';
import { useForm } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';
import { useProgrammeName } from '../desk/labels.tsx';
import type { Made } from './Partners.tsx';

interface Props {
  desks: string[];
  regions: Record<string, string[]>;
  places: Record<string, string>;
  made: (link: Made) => void;
}

/** A new partner, for a programme of mine or one region of it; its link comes with it. */
export function AddPartner({ desks, regions, places, made }: Props) {
  const say = useSay();
  const programmeName = useProgrammeName();
  // A whole programme is also each of its regions.
  const all = [...new Set(desks.flatMap((desk) => (desk.includes('/') ? [desk] : [desk, ...within(desk)])))];
  function within(programme: string) {
    return (regions[programme] ?? []).map((region) => `${programme}/${region}`);
  }
  const label = (desk: string) => {
    const [programme = '', region] = desk.split('/');
    const words = { programme: programmeName(programme), region: places[region ?? ''] ?? region ?? '' };
    return say(region ? 'partners.region' : 'partners.whole', words);
  };
  const empty = { desk: all.length === 1 ? (all[0] ?? '') : '', name: '', kind: '' };
  const form = useForm({
    id: 'partner',
    start: empty,
    schema: addPartner,
    fieldOf: (refusal) => (refusal === 'partner_name_length' ? 'name' : undefined),
    async send(typed) {
      made({ ...(await add(typed)), partner: typed.name.trim() });
      form.replace(empty);
    },
  });
  return (
    <section class="sheet add-partner">
      <h2>{say('partners.add')}</h2>
      <form noValidate onSubmit={(event) => void form.submit(event)}>
        <ErrorSummary
          form={form}
          labels={{ desk: 'partners.add.desk', name: 'partners.add.name', kind: 'partners.add.kind' }}
        />
        <SelectField
          form={form}
          name="desk"
          label="partners.add.desk"
          none={say('partners.add.choose')}
          choices={all.map((value) => ({ value, label: label(value) }))}
        />
        <Field form={form} name="name" label="partners.add.name" />
        <SelectField
          form={form}
          name="kind"
          label="partners.add.kind"
          none={say('partners.add.choose')}
          choices={partnerKinds.map((value) => ({ value, label: say(`partners.kind.${value}`) }))}
        />
        <Submit form={form} label="partners.add.send" />
      </form>
    </section>
  );
}
