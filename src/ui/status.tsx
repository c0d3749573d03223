import { useStore } from './useStore.ts';
import { atom } from 'nanostores';

const $status = atom('');
let passing: ReturnType<typeof setTimeout>;

/** Says shortly what has just been done, to eyes and to screen readers. */
export function announce(words: string): void {
  $status.set('');
  // Set anew a moment later, so that the same words twice are read twice.
  clearTimeout(passing);
  setTimeout(() => $status.set(words), 50);
  // What was done also shows in the page itself, so nobody has to hurry to read it here.
  passing = setTimeout(() => $status.set(''), 9000);
}

/** Where announcements appear: one per page. */
export function Status() {
  const words = useStore($status);
  return (
    <div class="toast" role="status" aria-live="polite">
      {words && (
        <p>
          {words}
          <button type="button" class="toast-close" onClick={() => $status.set('')} aria-label="OK">
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <path d="M3 3l10 10M13 3L3 13" />
            </svg>
          </button>
        </p>
      )}
    </div>
  );
}
