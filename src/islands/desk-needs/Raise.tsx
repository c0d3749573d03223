import { useStore } from '../../ui/useStore.ts';
import { raiseNeed } from '../../features/needs/desk-api.ts';
import { $calling, endCall, weigh } from '../../features/needs/desk-store.ts';
import { factsFrom, hours, raiseNeed as shape, type Board, type Typed } from '../../features/needs/model.ts';
import { countryName, languageName } from '../../i18n/format.ts';
import { formats, spokenLanguages } from '../../schemas/vocabulary.ts';
import { SelectField } from '../../ui/ChoiceField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { announce } from '../../ui/status.tsx';
import { Submit } from '../../ui/Submit.tsx';
import { useForm } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';
import { useNeedNames } from '../needs/names.tsx';
import { Weigh } from './Weigh.tsx';

/** The dialog of “recruit here”, while it is open. */
export function Raise({ board }: { board: Board }) {
  const say = useSay();
  const start = useStore($calling);
  if (!start) return null;
  return (
    <Dialog title={say('desk-needs.raise.title')} close={endCall}>
      <RaiseForm board={board} start={start} />
    </Dialog>
  );
}

const labels = {
  field: 'desk-needs.raise.field',
  language: 'desk-needs.raise.language',
  region: 'desk-needs.raise.region',
  hours: 'desk-needs.raise.hours',
  format: 'desk-needs.raise.format',
} as const;

function RaiseForm({ board, start }: { board: Board; start: Typed }) {
  const say = useSay();
  const { programme, country, whole, own_regions } = board;
  const choices = useChoices(board);
  const form = useForm<Typed>({
    id: 'raise',
    start,
    schema: shape(whole),
    typed: (values) => void weigh(programme, values),
    async send(values) {
      await raiseNeed(programme, factsFrom(values));
      endCall();
      announce(say('desk-needs.raised'));
    },
  });
  const unsaid = say('desk-needs.raise.unsaid');
  const anywhere = say('desk-needs.raise.anywhere', { country: countryName(say.lang, country) });
  return (
    <form noValidate onSubmit={(event) => void form.submit(event)}>
      <ErrorSummary form={form} labels={labels} />
      <p>{say('desk-needs.raise.lead')}</p>
      <SelectField
        form={form}
        name="field"
        label={labels.field}
        choices={choices.fields}
        none={say('desk-needs.raise.choose')}
      />
      <SelectField
        form={form}
        name="language"
        label={labels.language}
        choices={choices.languages}
        none={unsaid}
      />
      <SelectField
        form={form}
        name="region"
        label={labels.region}
        choices={choices.regions(own_regions)}
        {...(whole ? { none: anywhere } : {})}
      />
      <SelectField form={form} name="hours" label={labels.hours} choices={choices.hours} none={unsaid} />
      <SelectField form={form} name="format" label={labels.format} choices={choices.formats} none={unsaid} />
      <Weigh />
      <Submit form={form} label="desk-needs.raise.send" />
    </form>
  );
}

/** What one can choose from, in the reader's language. */
function useChoices(board: Board) {
  const say = useSay();
  const { names, region } = useNeedNames();
  const byName = (one: { label: string }, other: { label: string }) =>
    one.label.localeCompare(other.label, say.lang);
  // Languages that somebody who waits can talk come first; nobody could be meant by the others.
  const spoken = board.languages.filter(({ waiting }) => waiting > 0).map(({ key }) => key);
  return {
    fields: Object.entries(names.in[say.lang].fields)
      .map(([value, label]) => ({ value, label }))
      .sort(byName),
    languages: spokenLanguages
      .filter((language) => spoken.includes(language))
      .map((value) => ({ value, label: languageName(say.lang, value) }))
      .sort(byName),
    regions: (keys: string[]) => keys.map((value) => ({ value, label: region(value) })).sort(byName),
    hours: hours.map((most) => ({ value: String(most), label: say(`need.fact.hours.${most}`) })),
    formats: formats.map((value) => ({ value, label: say(`need.fact.format.${value}`) })),
  };
}
