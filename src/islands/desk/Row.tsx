import type { ComponentChildren } from 'preact';
import { Avatar } from '../../ui/Avatar.tsx';
import { Portrait } from '../people/Portrait.tsx';

interface Props {
  /** Unique on the desk. */
  id: string;
  names: string[];
  /** Whose row it is, where it is one person's and she may have a picture. */
  person?: string;
  title: string;
  /** In what state it is, in a word or two. */
  tag?: string;
  urgent?: boolean;
  /** Since when, and where it belongs. */
  aside?: string;
  children: ComponentChildren;
  actions?: ComponentChildren;
}

/** One thing that needs somebody. The heading takes the focus when the row before it is dealt with. */
export function Row({ id, names, person, title, tag, urgent = false, aside, children, actions }: Props) {
  return (
    <li class="desk-row" data-row={id}>
      <div class="desk-who">
        {names.map((name, nr) =>
          person ? <Portrait key={nr} person={person} name={name} /> : <Avatar key={nr} name={name} />,
        )}
      </div>
      <div class="desk-what">
        <div class="desk-head">
          <h4 tabIndex={-1}>
            <bdi>{title}</bdi>
          </h4>
          {tag && <span class={urgent ? 'desk-tag urgent' : 'desk-tag'}>{tag}</span>}
          {aside && <span class="desk-aside">{aside}</span>}
        </div>
        {children}
      </div>
      {actions && <div class="desk-actions">{actions}</div>}
    </li>
  );
}
