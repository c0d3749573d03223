import { useStore } from '@nanostores/preact';
import { useEffect } from 'preact/hooks';
import { $pictures, wantPicture } from '../../features/pictures/store.ts';
import { Avatar } from '../../ui/Avatar.tsx';

/** Somebody's picture on a card: drawn at once, and as she wants to be seen as soon as that has come. */
export function Portrait({ person, ...looks }: { person: string; name: string; large?: boolean }) {
  const picture = useStore($pictures)[person];
  useEffect(() => wantPicture(person), [person]);
  return <Avatar {...looks} picture={picture} />;
}
