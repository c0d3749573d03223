import { useEffect, useMemo, useState } from 'preact/hooks';
import { saveBackground as save } from '../../features/backgrounds/api.ts';
import { rowFrom, saveBackground, typedFrom, type Typed } from '../../features/backgrounds/model.ts';
import { readChoices, type Choices } from '../../features/people/choices.ts';
import { screenOnce, type Screen } from '../../lib/api/screen.ts';
import type { MyPage } from '../../lib/api/rows.ts';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { ScreenOf } from '../../ui/ScreenOf.tsx';
import { announce } from '../../ui/status.tsx';
import { useForm } from '../../ui/useForm.ts';
import { useSay, type Key } from '../../ui/words.tsx';
import { NamesOf } from '../fit/names.tsx';
import { MenteeFacts, MentorFacts, type Options } from './Facts.tsx';
import { Sharing, type Part } from './Sharing.tsx';

const labels = {
  birth_year: 'background.birth_year',
  came_as: 'background.came_as',
  country: 'background.country',
  arrival_year: 'background.arrival_year',
  education: 'background.education',
  experience: 'background.experience',
  employer: 'background.employer',
  sector: 'background.sector',
  seniority: 'background.seniority',
  size_band: 'background.size_band',
  motivation: 'background.motivation',
  shares: 'background.shares',
} satisfies Record<keyof Typed, Key>;

/** The field a refusal of the database is about: constraints carry it in their name. */
const fieldOf = (refusal: string) =>
  refusal === 'field_unknown'
    ? 'experience'
    : (/^background_(birth_year|arrival_year|experience|employer|country)_/.exec(refusal)?.[1] as
        keyof Typed | undefined);

interface Props {
  page: MyPage;
  options: Options;
}

/** My background, mine to correct, and what the other reads of it before we meet. Nothing for who has no place. */
export function BackgroundSection({ page, options }: Props) {
  const { lang } = useSay();
  const [choices, open] = useState<Screen<Choices> | null>(null);
  const parts = (['mentee', 'mentor'] as const).filter((part) => (page[part]?.standing ?? 'left') !== 'left');
  useEffect(() => open(screenOnce(() => readChoices(lang))), []);
  if (!choices || parts.length === 0) return null;
  return (
    <ScreenOf of={choices} lines={6}>
      {({ fields }) => <BackgroundForm {...{ page, options, parts, fields }} />}
    </ScreenOf>
  );
}

function BackgroundForm({
  page,
  options,
  parts,
  fields,
}: Props & Pick<Choices, 'fields'> & { parts: readonly Part[] }) {
  const say = useSay();
  const names = useMemo(
    () => ({ fields: Object.fromEntries(fields.map(({ value, label }) => [value, label])), places: {} }),
    [fields],
  );
  const form = useForm<Typed>({
    id: 'background',
    start: typedFrom(page.background),
    schema: saveBackground,
    fieldOf,
    async send(typed) {
      await save({ ...rowFrom(typed), locale: say.lang });
      announce(say('background.saved'));
    },
  });
  return (
    <NamesOf.Provider value={names}>
      <section class="sheet" id="background">
        <h2>{say('background.title')}</h2>
        <p>{say('background.text')}</p>
        <form noValidate onSubmit={(event) => void form.submit(event)}>
          <ErrorSummary form={form} labels={labels} />
          {parts.includes('mentee') && <MenteeFacts form={form} options={options} fields={fields} />}
          {parts.includes('mentor') && <MentorFacts form={form} options={options} />}
          <Sharing form={form} parts={parts} />
          <p>
            <button type="submit" class="button" aria-disabled={form.busy}>
              {say('background.save')}
            </button>
          </p>
        </form>
      </section>
    </NamesOf.Provider>
  );
}
