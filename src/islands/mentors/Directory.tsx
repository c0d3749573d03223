import { useStore } from '../../ui/useStore.ts';
import { useEffect, useState } from 'preact/hooks';
import type { Names } from '../../features/names/model.ts';
import { searchOf, sieveOf, type Sieve } from '../../features/mentors/sieve.ts';
import {
  $sieve,
  chooseSieve,
  directory,
  moreMentors,
  openDirectory,
  type Directory as Shown,
} from '../../features/mentors/store.ts';
import type { FoundMentor } from '../../lib/api/rows.ts';
import { catchFocus } from '../../ui/focus.ts';
import { keepAddress } from '../../ui/keep-address.ts';
import { Island } from '../../ui/Island.tsx';
import { ScreenOf } from '../../ui/ScreenOf.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useVerb, VerbButton } from '../../ui/Verb.tsx';
import { useSay, type Spoken } from '../../ui/words.tsx';
import { NamesOf } from '../fit/names.tsx';
import { EmptyDirectory } from './EmptyDirectory.tsx';
import { Filters, type FilterLists } from './Filters.tsx';
import { FoundCard } from './FoundCard.tsx';

interface Props extends Spoken {
  names: Names;
  lists: FilterLists;
}

/** Mentors in the order of fit. The address holds the filters, so back, reload and a sent link all work. */
export default function Directory({ names, lists, ...spoken }: Props) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const shown = Number((history.state as { shown?: number } | null)?.shown) || 0;
    openDirectory(sieveOf(location.search), shown, (field) => codesIn(names, field));
    setOpen(true);
    const back = () => void chooseSieve(sieveOf(location.search));
    addEventListener('popstate', back);
    const stop = keepAddress();
    return () => {
      stop();
      removeEventListener('popstate', back);
    };
  }, []);
  return (
    <Island {...spoken}>
      <NamesOf.Provider value={names}>
        <div class="directory">
          <Filters lists={lists} choose={(...how) => void choose(...how)} />
          <section class="found" aria-labelledby="found">
            {open ? <Results /> : <Skeleton lines={8} />}
          </section>
        </div>
      </NamesOf.Provider>
    </Island>
  );
}

function Results() {
  const say = useSay();
  const sieve = useStore($sieve);
  const more = useVerb();
  const title = `directory.title.${sieve.shelf || 'all'}` as const;
  return (
    <>
      <h2 id="found" tabIndex={-1} class="visually-hidden">
        {say(title)}
      </h2>
      <ScreenOf of={directory} lines={8}>
        {(shown) =>
          shown.empty ? (
            <EmptyDirectory
              why={shown.empty}
              shelf={sieve.shelf}
              clear={() => void choose(sieveOf(''), false).then(() => catchFocus('found'))}
            />
          ) : (
            <>
              <p class="visually-hidden" role="status">
                {say('directory.shown', { count: shown.mentors.length })}
              </p>
              <ol class="people plain">
                {shown.mentors.map((mentor) => (
                  <FoundCard key={mentor.person} mentor={mentor} />
                ))}
              </ol>
              {shown.next && (
                <VerbButton
                  label="directory.more"
                  quiet
                  state={more}
                  press={() => void more.run(async () => seeMore(shown, await moreMentors(shown)))}
                />
              )}
              {!shown.next && <p class="soft">{say('directory.end')}</p>}
            </>
          )
        }
      </ScreenOf>
    </>
  );
}

/** @param typing letters on their way do not each become a step back */
function choose(sieve: Sieve, typing: boolean): Promise<void> {
  const address = location.pathname + searchOf(sieve);
  if (typing) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  return chooseSieve(sieve);
}

/** Coming back shows as many cards as there are now; whoever asked for the last of them goes on at the first new one. */
function seeMore({ mentors }: Shown, all: FoundMentor[] | null): void {
  if (!all) return;
  history.replaceState({ shown: all.length }, '');
  catchFocus(all[mentors.length]?.person ?? '');
}

function codesIn(names: Names, field: string): string[] | null {
  return field
    ? Object.keys(names.fields).filter((code) => code.length === 4 && code.startsWith(field))
    : null;
}
