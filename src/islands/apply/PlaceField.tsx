import type { Typed } from '../../features/applications/model.ts';
import { regionOf, type Country } from '../../features/people/choices.ts';
import { SelectField, type Choice } from '../../ui/ChoiceField.tsx';
import type { Asked } from '../../ui/Field.tsx';
import type { Form } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';

type Props = Asked<Typed> & { countries: readonly Country[]; regions: readonly string[] };

/** Region and municipality in one answer: anywhere, for somebody who lives elsewhere wants to know what there is. */
export function PlaceField({ countries, regions, ...asked }: Props) {
  const say = useSay();
  const { form, name } = asked;
  const place = String(form.values[name] ?? '');
  const region = regionOf(countries, place);
  const towns = townsOf(countries, region);
  const choosing: Form<Typed> = {
    ...form,
    values: { ...form.values, [name]: region },
    // A region that is one municipality needs no second question.
    set: (key, value) => {
      const [only, ...more] = townsOf(countries, String(value));
      form.set(key, only && more.length === 0 ? only.value : value);
    },
  };
  const all = countries.flatMap((country) => country.regions);
  const choice = ({ key, label }: { key: string; label: string }): Choice => ({ value: key, label });
  return (
    <>
      <SelectField
        {...asked}
        form={choosing}
        none={say('form.choose')}
        choices={[]}
        groups={[
          {
            label: say('apply.place.here'),
            choices: all.filter(({ key }) => regions.includes(key)).map(choice),
          },
          ...countries.map(({ label, regions: others }) => ({
            label,
            choices: others.filter(({ key }) => !regions.includes(key)).map(choice),
          })),
        ].filter(({ choices }) => choices.length > 0)}
      />
      {towns.length > 1 && (
        <SelectField
          form={{ ...form, id: `${form.id}-town`, problems: [] }}
          name={name}
          label="people.town"
          optional
          choices={[{ value: region, label: say('people.town.any') }, ...towns]}
        />
      )}
    </>
  );
}

function townsOf(countries: readonly Country[], region: string): Choice[] {
  const regions = countries.flatMap((country) => country.regions);
  const towns = regions.find(({ key }) => key === region)?.municipalities ?? [];
  return towns.map(([value, label]) => ({ value, label }));
}
