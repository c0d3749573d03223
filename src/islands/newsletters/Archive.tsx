import { useMemo } from 'preact/hooks';
import { readMyNewsletters } from '../../features/newsletters/api.ts';
import { screen } from '../../lib/api/screen.ts';
import { dateWords } from '../../lib/dates.ts';
import { Island } from '../../ui/Island.tsx';
import { Paragraphs } from '../../ui/Paragraphs.tsx';
import { ScreenOf } from '../../ui/ScreenOf.tsx';
import { useSay, type Spoken } from '../../ui/words.tsx';

interface Props {
  /** Names of programmes by key. */
  titles: Record<string, string>;
}

/** What my programmes sent to people like me; the newest is open. */
export default function Archive({ titles, ...spoken }: Spoken & Props) {
  return (
    <Island {...spoken}>
      <List titles={titles} />
    </Island>
  );
}

function List({ titles }: Props) {
  const say = useSay();
  const newsletters = useMemo(() => screen(() => readMyNewsletters(say.lang)), [say.lang]);
  return (
    <ScreenOf of={newsletters}>
      {({ items }) =>
        items.length === 0 ? (
          <p class="state">{say('newsletter.none')}</p>
        ) : (
          <ul class="newsletters plain">
            {items.map(({ id, programme, sent_at, locale, title, words }, nr) => (
              <li key={id} class="sheet">
                <details open={nr === 0}>
                  <summary>
                    <h2 lang={locale} dir="auto">
                      {title}
                    </h2>
                    <p class="soft">
                      {say('newsletter.from', {
                        programme: titles[programme] ?? programme,
                        date: dateWords(say.lang, sent_at),
                      })}
                    </p>
                  </summary>
                  <div lang={locale}>
                    <Paragraphs text={words} />
                  </div>
                </details>
              </li>
            ))}
          </ul>
        )
      }
    </ScreenOf>
  );
}
