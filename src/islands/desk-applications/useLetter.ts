import type { Application, Decision } from '../../features/applications/desk-model.ts';
import { letterFor } from '../../features/applications/letter.ts';
import { list } from '../../i18n/format.ts';
import { useKnown } from './known.ts';

/** A letter to this person for a decision and a reason, in her language; empty before anything is decided. */
export function useLetter({ locale, name, part, programme, elsewhere }: Application) {
  const { letters, programmes } = useKnown();
  const called = (key: string) => programmes[locale][key] ?? key;
  return (decision: Decision | '', reason: string): string =>
    decision === ''
      ? ''
      : letterFor(letters[locale], {
          ...{ decision, reason, part, name, programme: called(programme) },
          elsewhere: list(locale, elsewhere.slice(0, 3).map(called), 'disjunction'),
        });
}
