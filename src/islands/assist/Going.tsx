import type { PageProgramme } from '../../features/applications/model.ts';
import type { MyApplication } from '../../features/applications/rows.ts';
import { useSay } from '../../ui/words.tsx';
import { titleOf } from '../apply/words.ts';

interface Props {
  drafts: readonly MyApplication[];
  programmes: readonly PageProgramme[];
  open: (application: MyApplication) => void;
}

/** What I have begun with others and not sent. */
export function Going({ drafts, programmes, open }: Props) {
  const say = useSay();
  if (drafts.length === 0) return null;
  return (
    <section class="sheet assist-going" aria-labelledby="going">
      <h2 id="going">{say('assist.going')}</h2>
      <ul class="plain">
        {drafts.map((draft) => {
          const name = String(draft.answers['shown_name'] ?? '');
          return (
            <li key={draft.id}>
              <span>
                <strong>
                  <bdi>{name}</bdi>
                </strong>{' '}
                · {titleOf(programmes, draft.programme)}
              </span>
              <button type="button" class="button quiet" onClick={() => open(draft)}>
                {say('assist.go-on')}
                <span class="visually-hidden">: {name}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
