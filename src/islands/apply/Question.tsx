import { countries } from '../../features/applications/countries.ts';
import {
  hangsOn,
  type Held,
  type Line,
  type PageProgramme,
  type PageQuestion,
  type Typed,
} from '../../features/applications/model.ts';
import type { Choices } from '../../features/people/choices.ts';
import { ChoiceField, ChoicesField, SelectField, type Choice } from '../../ui/ChoiceField.tsx';
import { Combobox } from '../../ui/Combobox.tsx';
import { Field, TextField } from '../../ui/Field.tsx';
import type { Form } from '../../ui/useForm.ts';
import { useSay, type Key, type Say } from '../../ui/words.tsx';
import { LanguageRows } from '../people/LanguageRows.tsx';
import { ConsentField } from '../../ui/ConsentField.tsx';
import { EducationField } from './EducationField.tsx';
import { GroupField } from './GroupField.tsx';
import { PlaceField } from './PlaceField.tsx';
import { TakeAway } from './TakeAway.tsx';
import { askKey } from './words.ts';

interface Props {
  form: Form<Typed>;
  question: PageQuestion;
  programme: PageProgramme;
  choices: Choices;
  /** The group that asks this in each of its lines. */
  under?: string;
}

/** A field of the kind the question asks for. */
export function Question({ form, question, programme, choices, under }: Props) {
  const say = useSay();
  const { key, kind, required, max = 0, options = [] } = question;
  const words = under ? `${under}.${key}` : key;
  const why = askKey(words, 'why');
  const hint = !required && say.has(why) ? why : hintOf(say, words);
  const asked = { form, name: key, label: askKey(words), hint, optional: !required };
  switch (kind) {
    case 'text':
      return <Field {...asked} autocomplete={key === 'shown_name' ? 'nickname' : 'off'} />;
    case 'long-text':
      return <TextField {...asked} max={max} rows={6} />;
    case 'year':
    case 'number':
      return (
        <div class="short">
          <Field {...asked} inputMode="numeric" autocomplete={key === 'birth_year' ? 'bday-year' : 'off'} />
        </div>
      );
    case 'choice': {
      const few = options.map((value) => optionOf(say, words, value));
      // Beyond what one sees at a glance, the browser's own list is easier.
      if (few.length > 8) return <SelectField {...asked} choices={few} none={say('form.choose')} />;
      return <ChoiceField {...asked} choices={few} />;
    }
    case 'choices':
      return <ChoicesField {...asked} choices={options.map((value) => optionOf(say, words, value))} />;
    case 'yes-no':
      return (
        <>
          {/* One can only say yes to a length one knows. */}
          {key === 'commitment' && <p class="told">{programme.course.join(' · ')}</p>}
          <ChoiceField
            {...asked}
            choices={[
              { value: 'yes', label: say('apply.yes') },
              { value: 'no', label: say('apply.no') },
            ]}
          />
        </>
      );
    case 'consent':
      return (
        <>
          <ConsentField {...asked} />
          <TakeAway form={form} answers={hangsOn(question)} />
        </>
      );
    case 'place':
      return <PlaceField {...asked} countries={choices.countries} regions={programme.regions} />;
    case 'field':
      return <Combobox {...asked} items={choices.fields} />;
    case 'country':
      return <Combobox {...asked} items={countries(say.lang)} />;
    case 'languages':
      return <LanguageRows form={linesOf(form, key)} label={asked.label} hint={asked.hint} />;
    case 'education':
      return <EducationField {...asked} />;
    case 'group':
      return (
        <GroupField {...asked} question={question}>
          {(row, one) => (
            <Question
              key={one.key}
              form={row}
              question={one}
              programme={programme}
              choices={choices}
              under={key}
            />
          )}
        </GroupField>
      );
  }
}

function hintOf(say: Say, key: string): Key | undefined {
  const hint = askKey(key, 'help');
  return say.has(hint) ? hint : undefined;
}

function optionOf(say: Say, key: string, value: string): Choice {
  const hint = hintOf(say, `${key}.${value}`);
  return { value, label: say(askKey(key, value)), hint: hint && say(hint) };
}

/** The part of a form that holds the spoken languages. */
function linesOf(form: Form<Typed>, key: string): Form<{ languages: Line[] }> {
  return {
    ...form,
    values: { languages: form.values[key] as Line[] },
    set: (_name, value) => form.set(key, value as Held),
    replace: ({ languages }) => form.replace({ ...form.values, [key]: languages }),
  };
}
