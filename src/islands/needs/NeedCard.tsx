import type { OpenNeed } from '../../features/needs/model.ts';
import { useSay } from '../../ui/words.tsx';
import { factsOf } from './facts.ts';
import { useNeedNames } from './names.tsx';

/** One call in the list. */
export function NeedCard({ need }: { need: OpenNeed }) {
  const say = useSay();
  const { names, shared, field, programme } = useNeedNames();
  return (
    <li>
      <h3>
        <a href={`#${need.code}`}>{field(need.field)}</a>
      </h3>
      <p>{factsOf(say.lang, shared[say.lang], names, need, need.country).join('\u00a0· ')}</p>
      <p class="facts">{programme(need.programme)}</p>
    </li>
  );
}
