import { useStore } from '../../ui/useStore.ts';
import { useMemo } from 'preact/hooks';
import type { PageAnswers } from '../../features/reading/api.ts';
import { pageAnswers } from '../../features/reading/store.ts';
import { number } from '../../i18n/format.ts';
import { path } from '../../lib/urls.ts';
import { Island } from '../../ui/Island.tsx';
import { ScreenOf } from '../../ui/ScreenOf.tsx';
import { useSay, type Spoken } from '../../ui/words.tsx';
import { NotMine } from '../desk/NotMine.tsx';

interface Texts {
  /** Titles of texts by their address. What else was counted has no page any more. */
  titles: Record<string, string>;
}

/** Which texts readers find clear, for whoever writes them. */
export default function Readers({ titles, ...spoken }: Texts & Spoken) {
  return (
    <Island {...spoken}>
      <Answers titles={titles} />
    </Island>
  );
}

function Answers({ titles }: Texts) {
  const { lang } = useSay();
  const answers = useMemo(() => pageAnswers(lang), [lang]);
  const seen = useStore(answers.$seen);
  if (seen.at === 'refused' && seen.refusal.key === 'not_a_coordinator') return <NotMine />;
  return (
    <ScreenOf of={answers} lines={8}>
      {(all) => <Table answers={all.filter(({ page }) => page in titles)} titles={titles} />}
    </ScreenOf>
  );
}

function Table({ answers, titles }: Texts & { answers: PageAnswers[] }) {
  const say = useSay();
  if (answers.length === 0) return <p>{say('readers.none')}</p>;
  return (
    <table class="readers">
      <caption>{say('readers.period')}</caption>
      <thead>
        <tr>
          {(['text', 'unclear', 'clear'] as const).map((column) => (
            <th key={column} scope="col">
              {say(`readers.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {answers.map(({ page, clear, unclear }) => (
          <tr key={page}>
            <th scope="row">
              <a href={path(say.lang, ...page.split('/'))}>{titles[page]}</a>
            </th>
            <td>{number(say.lang, unclear)}</td>
            <td>{number(say.lang, clear)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
