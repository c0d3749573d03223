import { $doing, type Doing } from '../../features/applications/desk-store.ts';
import { useSay } from '../../ui/words.tsx';
import { toNotes } from './useKeys.ts';

/** What one can do with an application, each with its key. */
export function Actions() {
  const say = useSay();
  const verbs: [Doing, string][] = [
    ['decide', 'd'],
    ['invite', 'i'],
    ['ask', 'a'],
    ['concern', 'c'],
  ];
  return (
    <div class="applications-actions">
      {verbs.map(([doing, key]) => (
        <button
          key={doing}
          type="button"
          class={doing === 'decide' ? 'button' : 'button quiet'}
          aria-keyshortcuts={key}
          onClick={() => $doing.set(doing)}
        >
          {say(`application-desk.do.${doing as 'decide'}`)}
          <kbd aria-hidden="true">{key}</kbd>
        </button>
      ))}
      <a class="button quiet" href="#notes" aria-keyshortcuts="n" onClick={goToNotes}>
        {say('application-desk.do.notes')}
        <kbd aria-hidden="true">n</kbd>
      </a>
      <button type="button" class="link" aria-keyshortcuts="?" onClick={() => $doing.set('keys')}>
        {say('application-desk.keys')}
      </button>
    </div>
  );
}

/** Without touching the address, which says which application is open. */
function goToNotes(event: Event): void {
  event.preventDefault();
  toNotes();
}
