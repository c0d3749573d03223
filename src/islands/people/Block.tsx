import { blockPerson } from '../../features/people/api.ts';
import type { MyPage } from '../../lib/api/rows.ts';
import { path } from '../../lib/urls.ts';
import { Verb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';

interface Props {
  /** Two who have had something going, one of them me. */
  pair: { mentee: string; mentor: string };
  page: MyPage;
}

/** After something has ended: a quiet way not to meet the other again, or that it has been taken. */
export function Block({ pair, page }: Props) {
  const say = useSay();
  const part = pair.mentor === page.person?.id ? 'mentee' : 'mentor';
  if (page.blocked.some(({ person }) => person === pair[part])) {
    return (
      <p class="soft">
        {say('block.is')} <a href={path(say.lang, 'my', 'settings')}>{say('block.change')}</a>
      </p>
    );
  }
  return (
    <details>
      <summary>{say(`block.${part}`)}</summary>
      <p>{say('block.means')}</p>
      <Verb label="block.yes" quiet done="block.done" verb={() => blockPerson(pair[part])} />
    </details>
  );
}
