import { useEffect, useMemo, useState } from 'preact/hooks';
import { hideMe, showMe } from '../../features/introductions/api.ts';
import { cardOf, limits, showIntroduction, type MyIntroduction, type Showing } from '../../features/introductions/model.ts'; // prettier-ignore
import { myIntroduction } from '../../features/introductions/store.ts';
import { readChoices, type Choices } from '../../features/people/choices.ts';
import { screenOnce, type Screen } from '../../lib/api/screen.ts';
import { path } from '../../lib/urls.ts';
import { ConsentField } from '../../ui/ConsentField.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { TextField } from '../../ui/Field.tsx';
import { catchFocus, focusSoon } from '../../ui/focus.ts';
import { ScreenOf } from '../../ui/ScreenOf.tsx';
import { announce } from '../../ui/status.tsx';
import { Submit } from '../../ui/Submit.tsx';
import { useForm } from '../../ui/useForm.ts';
import { Verb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';
import { NamesOf } from '../fit/names.tsx';
import { IntroductionCard } from './IntroductionCard.tsx';

/** Whether visitors see me, and exactly what: off until I say yes, and off again with one press. */
export function IntroductionSection({ paused }: { paused: boolean }) {
  const say = useSay();
  const [choices, open] = useState<Screen<Choices> | null>(null);
  useEffect(() => open(screenOnce(() => readChoices(say.lang))), []);
  // Whoever follows a link to this comes before it is drawn.
  useEffect(
    () => void (choices && location.hash === '#introduction' && focusSoon('introduction-title')),
    [choices],
  );
  if (!choices) return null;
  return (
    <section class="sheet" id="introduction">
      <h2 id="introduction-title" tabIndex={-1}>
        {say('introduction.mine')}
      </h2>
      <p>{say('introduction.mine.text')}</p>
      <ScreenOf of={choices} lines={4}>
        {(choices) => (
          <ScreenOf of={myIntroduction} lines={4}>
            {(mine) => mine && <Mine {...{ mine, choices, paused }} />}
          </ScreenOf>
        )}
      </ScreenOf>
    </section>
  );
}

interface Props {
  mine: MyIntroduction;
  choices: Choices;
  paused: boolean;
}

function Mine({ mine, choices, paused }: Props) {
  const say = useSay();
  const now = say(paused ? 'introduction.mine.paused' : 'introduction.mine.now');
  const names = useMemo(() => {
    const regions = choices.countries.flatMap((country) => country.regions);
    return {
      fields: Object.fromEntries(choices.fields.map(({ value, label }) => [value, label])),
      places: Object.fromEntries(regions.map(({ key, label }) => [key, label])),
    };
  }, [choices]);
  async function stop() {
    await hideMe(say.lang);
    catchFocus('introduction-title');
  }
  return (
    <NamesOf.Provider value={names}>
      <p>
        <a href={`${path(say.lang, 'meet-mentors')}?programme=${mine.programme}`}>
          {say('introduction.mine.page')}
        </a>
      </p>
      {mine.stopped && <p class="notice">{say('introduction.mine.stopped')}</p>}
      {mine.shown && (
        <div class="introduction-now">
          <p>{now}</p>
          <Verb label="introduction.mine.stop" done="introduction.mine.off" verb={stop} />
        </div>
      )}
      {!mine.stopped && <IntroductionForm mine={mine} done={now} />}
    </NamesOf.Provider>
  );
}

const labels = { words: 'introduction.mine.words', with_photo: 'introduction.mine.photo' } as const;

function IntroductionForm({ mine, done }: { mine: MyIntroduction; done: string }) {
  const say = useSay();
  const form = useForm<Showing>({
    id: 'introduction',
    start: { words: mine.card.words, with_photo: mine.with_photo },
    schema: showIntroduction,
    fieldOf: (refusal) => (refusal.startsWith('introduction_words') ? 'words' : undefined),
    async send(showing) {
      await showMe({ ...showing, with_photo: showing.with_photo && mine.photo !== null }, say.lang);
      announce(done);
    },
  });
  return (
    <form noValidate onSubmit={(event) => void form.submit(event)}>
      <ErrorSummary form={form} labels={labels} />
      <TextField
        form={form}
        name="words"
        label="introduction.mine.words"
        hint="introduction.mine.words.hint"
        max={limits.introduction_words.max}
        rows={4}
      />
      {mine.photo && (
        <ConsentField
          form={form}
          name="with_photo"
          label="introduction.mine.photo"
          hint="introduction.mine.photo.hint"
          optional
        />
      )}
      <section class="introduction-preview" aria-live="polite">
        <h3>{say('introduction.mine.preview')}</h3>
        <IntroductionCard card={cardOf(mine, form.values)} />
      </section>
      <Submit form={form} label={mine.shown ? 'introduction.mine.change' : 'introduction.mine.yes'} />
    </form>
  );
}
