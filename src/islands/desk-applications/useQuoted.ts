import type { SheetPart } from '../../features/applications/desk-model.ts';
import { list } from '../../i18n/format.ts';
import { useSay } from '../../ui/words.tsx';

/** Names parts of the guide in a sentence. */
export function useQuoted() {
  const say = useSay();
  return (parts: readonly SheetPart[]): string =>
    list(
      say.lang,
      parts.map(({ heading }) => say('application-desk.quoted', { text: heading })),
    );
}
