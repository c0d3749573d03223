import { useStore } from '@nanostores/preact';
import { atom } from 'nanostores';

const $status = atom('');

/** Says shortly what has just been done, to eyes and to screen readers. */
export function announce(words: string): void {
  $status.set('');
  // Set anew a moment later, so that the same words twice are read twice.
  setTimeout(() => $status.set(words), 50);
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
