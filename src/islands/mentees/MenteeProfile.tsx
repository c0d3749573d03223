import type { Spoken } from '../../ui/words.tsx';
import { ProfilePage } from '../people/ProfilePage.tsx';
import { MenteeForm } from './MenteeForm.tsx';

/** My mentee profile. */
export default function MenteeProfile(props: Spoken) {
  return <ProfilePage {...props} part="mentee" form={MenteeForm} />;
}
