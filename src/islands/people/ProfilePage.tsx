import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { dropDraft } from '../../features/drafts/api.ts';
import type { Choices, Home, ProgrammeChoice } from '../../features/people/choices.ts';
import { formStart, type Start } from '../../features/people/start.ts';
import type { MyPage } from '../../lib/api/rows.ts';
import { Island } from '../../ui/Island.tsx';
import { ScreenOf } from '../../ui/ScreenOf.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Verb } from '../../ui/Verb.tsx';
import { useSay, type Spoken } from '../../ui/words.tsx';
import { NamesOf } from '../fit/names.tsx';
import { ApplyFirst } from './ApplyFirst.tsx';

export interface ProfileFormProps {
  me: MyPage;
  choices: Choices;
  /** Where she has her place. */
  programme: ProgrammeChoice;
  /** Where she lives now. */
  home: Home;
  /** What was typed last and not sent, or null. */
  draft: object | null;
  /** That this is what was typed last, and how to throw it away. */
  restored: ComponentChildren;
}
interface Props extends Spoken {
  part: 'mentee' | 'mentor';
  form: ComponentType<ProfileFormProps>;
}

/** A profile form on its page: read once, filled with the draft or the saved profile. It is for those who have a place. */
export function ProfilePage({ part, form, ...spoken }: Props) {
  const [start, open] = useState<ReturnType<typeof formStart> | null>(null);
  useEffect(() => open(formStart(spoken.lang)), []);
  return (
    <Island {...spoken}>
      <div class="profile-page">
        {start ? (
          <ScreenOf of={start} lines={10}>
            {(ready) => <Filled start={ready} part={part} form={form} />}
          </ScreenOf>
        ) : (
          <Skeleton lines={10} />
        )}
      </div>
    </Island>
  );
}

function Filled({
  start: { me, choices },
  part,
  form: Form,
}: Pick<Props, 'part' | 'form'> & { start: Start }) {
  const say = useSay();
  const names = useMemo(() => namesOf(choices), [choices]);
  const [draft, setDraft] = useState<object | null>(me.drafts[part] ?? null);
  const place = me[part];
  const programme = choices.programmes.find(({ key }) => key === place?.programme);
  const throwAway = async () => {
    await dropDraft(part);
    setDraft(null);
  };
  const restored = draft && (
    <div class="notice restored">
      <p>{say('form.restored')}</p>
      <Verb label="form.start-over" quiet verb={throwAway} />
    </div>
  );
  if (!programme || !place || place.standing === 'left') return <ApplyFirst part={part} />;
  return (
    <NamesOf.Provider value={names}>
      <Form key={String(draft === null)} {...{ me, choices, programme, home: place, draft, restored }} />
    </NamesOf.Provider>
  );
}

function namesOf({ fields, countries }: Choices) {
  const regions = countries.flatMap((country) => country.regions);
  return {
    fields: Object.fromEntries(fields.map(({ value, label }) => [value, label])),
    places: Object.fromEntries(
      regions.flatMap(
        ({ key, label, municipalities }) => [[key, label], ...municipalities] as [string, string][],
      ),
    ),
  };
}
