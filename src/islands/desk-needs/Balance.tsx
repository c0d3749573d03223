import { call } from '../../features/needs/desk-store.ts';
import type { Board, Gap, Typed } from '../../features/needs/model.ts';
import { languageName } from '../../i18n/format.ts';
import type { SpokenLanguage } from '../../schemas/vocabulary.ts';
import { useSay } from '../../ui/words.tsx';
import { useNeedNames } from '../needs/names.tsx';
import { Gaps } from './Gaps.tsx';

/** Who waits against who is free: in all, then by field, language and region, the largest gap first. */
export function Balance({ board }: { board: Board }) {
  const say = useSay();
  const { field, region } = useNeedNames();
  const { waiting, accepted, places, fields, languages, regions } = board;
  // A desk of one region calls for its own.
  const here = board.whole ? {} : { region: board.own_regions[0] ?? '' };
  const recruit = (known: Partial<Typed>) => call(board.programme, { ...here, ...known });
  const language = (key: string) => {
    const name = languageName(say.lang, key as SpokenLanguage);
    return name.charAt(0).toLocaleUpperCase(say.lang) + name.slice(1);
  };
  const anybody = (gaps: Gap[]) => gaps.filter((gap) => gap.waiting > 0);
  return (
    <>
      <p class="needs-sum">
        {say('desk-needs.sum.waiting', { count: waiting })}{' '}
        {waiting > accepted && say('desk-needs.sum.split', { accepted, line: waiting - accepted })}{' '}
        {say('desk-needs.sum.places', { count: places })}
      </p>
      <p class="desk-lead">{say('desk-needs.counted')}</p>
      <Gaps about="field" gaps={fields} name={field} recruit={(key) => recruit({ field: key })} />
      <div class="needs-two">
        <Gaps
          about="language"
          gaps={anybody(languages)}
          name={language}
          recruit={(key) => recruit({ language: key })}
        />
        <Gaps
          about="region"
          gaps={regions}
          name={region}
          recruit={board.whole ? (key) => recruit({ region: key }) : undefined}
        />
      </div>
    </>
  );
}
