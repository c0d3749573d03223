import {
  regionOf,
  regionsOffered,
  type Choices,
  type Home,
  type ProgrammeChoice,
  type RegionsOffered,
} from '../../features/people/choices.ts';
import type { Typed } from '../../features/people/typed.ts';
import { SelectField, type Choice } from '../../ui/ChoiceField.tsx';
import type { Form } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';

interface Props<V extends Typed> {
  form: Form<V>;
  choices: Choices;
  programme: ProgrammeChoice;
  home: Home;
}

/** Region and municipality in one answer: a region alone is a place, too. */
export function PlaceFields<V extends Typed>({ form, choices, programme, home }: Props<V>) {
  const say = useSay();
  const { place, formats } = form.values;
  const offered = regionsOffered(choices, programme, home, formats);
  const regions = [offered.home, offered.here, ...offered.elsewhere.map((one) => one.regions)].flat();
  const groups = groupsOf(offered, {
    here: say('people.place.here'),
    home: say('people.place.home'),
    online: (country) => say('people.place.online', { country }),
  });
  const region = regionOf([{ regions }], place);
  const towns = townsOf(regions, region);
  const choosing: Form<V> = {
    ...form,
    values: { ...form.values, place: region },
    // A region that is one municipality needs no second question.
    set: (name, value) => {
      const [only, ...more] = townsOf(regions, String(value));
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
        groups={groups}
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

function townsOf(regions: RegionsOffered['here'], region: string): Choice[] {
  const towns = regions.find(({ key }) => key === region)?.municipalities ?? [];
  return towns.map(([value, label]) => ({ value, label }));
}

/** The regions of a list, each group under its heading. */
function groupsOf(
  { here, elsewhere, home }: RegionsOffered,
  words: { here: string; home: string; online: (country: string) => string },
) {
  const group = (label: string, regions: RegionsOffered['here']) => ({
    label,
    choices: regions.map(({ key, label: name }): Choice => ({ value: key, label: name })),
  });
  return [
    group(words.home, home),
    group(words.here, here),
    ...elsewhere.map(({ label, regions }) => group(words.online(label), regions)),
  ].filter(({ choices }) => choices.length > 0);
}
