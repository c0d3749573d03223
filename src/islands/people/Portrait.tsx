import { useEffect, useState } from 'preact/hooks';
import { pictureOf } from '../../features/pictures/store.ts';
import type { Picture } from '../../lib/api/rows.ts';
import { Avatar } from '../../ui/Avatar.tsx';

/** Somebody's picture on a card: drawn at once, and as she wants to be seen as soon as that has come. */
export function Portrait({ person, ...looks }: { person: string; name: string; large?: boolean }) {
  const [picture, show] = useState<Picture>();
  useEffect(() => void (person && pictureOf(person).then(show)), [person]);
  return <Avatar {...looks} picture={picture} />;
}
