import type { Ran } from '../../lib/imports/outcome.ts';
import { $way } from '../../features/imports/store.ts';
import { useSay } from '../../ui/words.tsx';
import { StepTitle } from './Steps.tsx';

/** People are in. What can be done about it stands in the list below. */
export function Done({ ran }: { ran: Ran }) {
  const say = useSay();
  return (
    <section class="sheet">
      <StepTitle>{say('imports.done.title')}</StepTitle>
      {ran.again && <p>{say('imports.done.again')}</p>}
      <p>
        {say('imports.done.made', { count: ran.made })}{' '}
        {ran.known > 0 && say('imports.done.known', { count: ran.known })}
      </p>
      <p>{say('imports.done.no-mail')}</p>
      <p class="buttons">
        <button type="button" class="button quiet" onClick={() => $way.set({ at: 'file' })}>
          {say('imports.done.another')}
        </button>
      </p>
    </section>
  );
}
