import type { ComponentChildren } from 'preact';
import { Avatar } from '../../ui/Avatar.tsx';

interface Props {
  name: string;
  /** Who that is, in a line. */
  line?: string | undefined;
  /** The state in two or three words. */
  state: string;
  /** Whether it waits for me. */
  mine: boolean;
  /** What it means and what comes next. */
  children: ComponentChildren;
}

/** Head of every card on my page: who, where it stands, what that means. */
export function Standing({ name, line, state, mine, children }: Props) {
  return (
    <>
      <div class="who">
        <Avatar name={name} />
        <div>
          <h3>{name}</h3>
          {line && <p>{line}</p>}
          <p class={mine ? 'pill mine' : 'pill'}>{state}</p>
        </div>
      </div>
      <p>{children}</p>
    </>
  );
}
