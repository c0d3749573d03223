import { mayLive, regionOf, type Choices, type ProgrammeChoice } from '../../features/people/choices.ts';
import type { Typed } from '../../features/people/typed.ts';
import { SelectField, type Choice } from '../../ui/ChoiceField.tsx';
import type { Form } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';

interface Props<V extends Typed> {
  form: Form<V>;
  choices: Choices;
  programme: ProgrammeChoice;
}

/** Region and municipality in one answer: a region alone is a place, too. */
export function PlaceFields<V extends Typed>({ form, choices, programme }: Props<V>) {
  const say = useSay();
  const { place, formats } = form.values;
  const region = mayLive(choices, programme, place, formats) ? regionOf(choices.countries, place) : '';
  const towns = townsOf(choices, region);
  const choosing: Form<V> = {
    ...form,
    values: { ...form.values, place: region },
    // A region that is one municipality needs no second question.
    set: (name, value) => {
      const [only, ...more] = townsOf(choices, String(value));
      form.set(name, (only && more.length === 0 ? only.value : value) as typeof value);
    },
  };
  return (
    <>
      <SelectField
        form={choosing}
        name="place"
        label="people.place"
        hint="people.place.hint"
        none={say('form.choose')}
        choices={[]}
        groups={groupsOf(choices, programme.regions, programme.online && formats.includes('online'), {
          here: say('people.place.here'),
          online: (country) => say('people.place.online', { country }),
        })}
      />
      {towns.length > 1 && (
        <SelectField
          form={{ ...form, id: `${form.id}-town`, problems: [] }}
          name="place"
          label="people.town"
          optional
          choices={[{ value: region, label: say('people.town.any') }, ...towns]}
        />
      )}
    </>
  );
}

function townsOf({ countries }: Choices, region: string): Choice[] {
  const towns =
    countries.flatMap(({ regions }) => regions).find(({ key }) => key === region)?.municipalities ?? [];
  return towns.map(([value, label]) => ({ value, label }));
}

/** The programme's own regions; where it meets online with anyone, the others too, by country. */
function groupsOf(
  { countries }: Choices,
  own: readonly string[],
  anywhere: boolean,
  words: { here: string; online: (country: string) => string },
) {
  const choice = ({ key, label }: { key: string; label: string }): Choice => ({ value: key, label });
  const all = countries.flatMap(({ regions }) => regions);
  const here = all.filter(({ key }) => own.includes(key)).map(choice);
  const elsewhere = countries.map(({ label, regions }) => ({
    label: words.online(label),
    choices: regions.filter(({ key }) => !own.includes(key)).map(choice),
  }));
  return [{ label: words.here, choices: here }, ...(anywhere ? elsewhere : [])].filter(
    ({ choices }) => choices.length > 0,
  );
}
