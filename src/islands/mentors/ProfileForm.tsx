import * as z from 'zod/mini';
import { saveMentorProfile } from '../../features/mentors/api.ts';
import { mentorProfile, unsaid } from '../../features/mentors/model.ts';
import { filled, nothingTyped, numberTyped } from '../../features/people/typed.ts';
import { path } from '../../lib/urls.ts';
import { topics } from '../../schemas/vocabulary.ts';
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
  offers: 'mentor-profile.offers',
  migrated: 'mentor-profile.migrated',
  capacity: 'mentor-profile.capacity',
});
const answers = { yes: true, no: false, unsaid: null };

/** What a mentor tells: who she is, what she can give, to how many, and where. */
export function ProfileForm({ me, choices, programme, home, draft, restored }: ProfileFormProps) {
  const say = useSay();
  const shape = (values: typeof empty) => ({
    ...values,
    hours: numberTyped(values.hours),
    capacity: numberTyped(values.capacity),
    migrated: answers[values.migrated],
  });
  const { mentor } = me;
  const saved = mentor && {
    ...mentor,
    migrated: mentor.migrated === null ? 'unsaid' : mentor.migrated ? 'yes' : 'no',
  };
  const { form, standing, change } = useProfile({
    part: 'mentor',
    start: filled(empty, draft ?? { ...saved, shown_name: me.person?.shown_name }),
    schema: z.pipe(z.transform(shape), mentorProfile),
    save: (values) => saveMentorProfile(mentorProfile.parse(shape(values))),
  });
  const { values } = form;

  if (standing) {
    const approved = {
      text: 'mentor-profile.done.approved' as const,
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
      <Step title="mentor-profile.section.offers">
        <ChoicesField
          form={form}
          name="offers"
          label="mentor-profile.offers"
          hint="mentor-profile.offers.hint"
          choices={topics.map((topic) => ({
            value: topic,
            label: say(`form.topic.${topic}`),
            hint: say(`mentor-profile.offer.${topic}`),
          }))}
        />
        <ChoiceField
          form={form}
          name="migrated"
          label="mentor-profile.migrated"
          hint="mentor-profile.migrated.hint"
          choices={(['yes', 'no', 'unsaid'] as const).map((value) => ({
            value,
            label: say(`mentor-profile.migrated.${value}`),
          }))}
        />
      </Step>
      <MeetStep {...{ form, choices, programme, home }} />
      <Step title="mentor-profile.section.places">
        <ChoiceField
          form={form}
          name="capacity"
          label="mentor-profile.capacity"
          hint="mentor-profile.capacity.hint"
          choices={Array.from({ length: programme.capacity.to }, (_, nr) => ({
            value: String(nr + 1),
            label: String(nr + 1),
          }))}
        />
      </Step>
      <InterestsStep form={form} programme={programme} />
      <AboutStep form={form} hint="mentor-profile.about.hint" />
      <Card values={values} topics={values.offers} about="mentor-profile.offers.card" choices={choices} />
      <Foot form={form} />
    </form>
  );
}
