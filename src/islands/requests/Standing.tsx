import type { ComponentChildren } from 'preact';
import { Portrait } from '../people/Portrait.tsx';

interface Props {
  name: string;
  /** Whose picture it shows; absent where it is not known who that is. */
  person: string | undefined;
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
export function Standing({ name, person = '', line, state, mine, children }: Props) {
  return (
    <>
      <div class="who">
        <Portrait person={person} name={name} />
        <div>
          <h3 tabIndex={-1}>
            <bdi>{name}</bdi>
          </h3>
          {line && <p>{line}</p>}
          <p class={mine ? 'pill mine' : 'pill'}>{state}</p>
        </div>
      </div>
      <p>{children}</p>
    </>
  );
}
