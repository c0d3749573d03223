import * as z from 'zod/mini';
import { saveMenteeProfile } from '../../features/mentees/api.ts';
import { limits, menteeProfile, unsaid } from '../../features/mentees/model.ts';
import { filled, nothingTyped, numberTyped } from '../../features/people/typed.ts';
import { path } from '../../lib/urls.ts';
import {
  genderPreferences,
  migrationPreferences,
  tonguePreferences,
  topics,
} from '../../schemas/vocabulary.ts';
import { ChoiceField, ChoicesField } from '../../ui/ChoiceField.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { useSay } from '../../ui/words.tsx';
import { Card } from '../people/Card.tsx';
import { Done } from '../people/Done.tsx';
import { Foot } from '../people/Foot.tsx';
import type { ProfileFormProps } from '../people/ProfilePage.tsx';
import {
  AboutStep,
  InterestsStep,
  MeetStep,
  labelsWith,
  TalkStep,
  WorkStep,
  YouStep,
} from '../people/SharedSteps.tsx';
import { Step } from '../people/Step.tsx';
import { useProfile } from '../people/useProfile.ts';

const empty = { ...nothingTyped, ...unsaid };
const labels = labelsWith({
  goals: 'mentee.goals',
  prefers: 'mentee.prefers',
  prefers_gender: 'mentee.prefers-gender',
  prefers_tongue: 'mentee.prefers-tongue',
});

/** What a mentee tells: who she is, what she wants, with whom she can talk, where and how. */
export function MenteeForm({ me, choices, programme, home, draft, restored }: ProfileFormProps) {
  const say = useSay();
  const shape = (values: typeof empty) => ({
    ...values,
    hours: numberTyped(values.hours),
  });
  const { form, standing, change } = useProfile({
    part: 'mentee',
    start: filled(empty, draft ?? { ...me.mentee, shown_name: me.person?.shown_name }),
    schema: z.pipe(z.transform(shape), menteeProfile),
    save: (values) => saveMenteeProfile(menteeProfile.parse(shape(values))),
  });
  const { values } = form;

  if (standing) {
    const approved = programme.self
      ? {
          text: 'mentee.done.self' as const,
          link: 'mentee.done.find' as const,
          href: path(say.lang, 'mentors'),
        }
      : {
          text: 'mentee.done.coordinator' as const,
          link: 'people.done.my' as const,
          href: path(say.lang, 'my'),
        };
    return <Done standing={standing} approved={approved} change={change} />;
  }
  return (
    <form class="profile-form" noValidate onSubmit={(event) => void form.submit(event)}>
      <ErrorSummary form={form} labels={labels} />
      {restored}
      <YouStep form={form} programme={programme} />
      <WorkStep form={form} choices={choices} />
      <TalkStep form={form} />
      <Step title="mentee.section.goals">
        <ChoicesField
          form={form}
          name="goals"
          label="mentee.goals"
          hint="mentee.goals.hint"
          choices={topics.map((topic) => ({
            value: topic,
            label: say(`form.topic.${topic}`),
            hint: say(`mentee.goal.${topic}`),
          }))}
        />
        <p class="hint" role="status">
          {values.goals.length > limits.goals.max && say('form.choose-fewer', { max: limits.goals.max })}
        </p>
      </Step>
      <MeetStep {...{ form, choices, programme, home }} />
      <Step title="mentee.section.wishes">
        <ChoiceField
          form={form}
          name="prefers"
          label="mentee.prefers"
          hint="mentee.prefers.hint"
          choices={migrationPreferences.map((value) => ({ value, label: say(`mentee.prefers.${value}`) }))}
        />
        {programme.asks_gender && (
          <ChoiceField
            form={form}
            name="prefers_gender"
            label="mentee.prefers-gender"
            hint="mentee.prefers-gender.hint"
            choices={genderPreferences.map((value) => ({
              value,
              label: say(`mentee.prefers-gender.${value}`),
            }))}
          />
        )}
        <ChoiceField
          form={form}
          name="prefers_tongue"
          label="mentee.prefers-tongue"
          hint="mentee.prefers-tongue.hint"
          choices={tonguePreferences.map((value) => ({
            value,
            label: say(`mentee.prefers-tongue.${value}`),
          }))}
        />
      </Step>
      <InterestsStep form={form} programme={programme} />
      <AboutStep form={form} hint="mentee.about.hint" />
      <Card values={values} topics={values.goals} about="mentee.goals.card" choices={choices} />
      <Foot form={form} />
    </form>
  );
}
