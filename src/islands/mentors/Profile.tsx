import type { Spoken } from '../../ui/words.tsx';
import { ProfilePage } from '../people/ProfilePage.tsx';
import { ProfileForm } from './ProfileForm.tsx';

/** My mentor profile. */
export default function Profile(props: Spoken) {
  return <ProfilePage {...props} part="mentor" form={ProfileForm} />;
}
