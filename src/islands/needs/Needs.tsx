import { useEffect, useState } from 'preact/hooks';
import type { OpenNeed } from '../../features/needs/model.ts';
import { openNeeds } from '../../features/needs/store.ts';
import { keepAddress } from '../../ui/keep-address.ts';
import { Island } from '../../ui/Island.tsx';
import { ScreenOf } from '../../ui/ScreenOf.tsx';
import { useSay, type Spoken } from '../../ui/words.tsx';
import { NamesOfNeeds, type Naming } from './names.tsx';
import { NeedCard } from './NeedCard.tsx';
import { OneNeed } from './OneNeed.tsx';

type Props = Spoken & Naming;

/** Calls for mentors, for everybody. The address names one of them, so a shared link leads to it. */
export default function Needs({ names, shared, ...spoken }: Props) {
  return (
    <Island {...spoken}>
      <NamesOfNeeds.Provider value={{ names, shared }}>
        <ScreenOf of={openNeeds} lines={4}>
          {(needs) => <OneOrAll needs={needs} />}
        </ScreenOf>
      </NamesOfNeeds.Provider>
    </Island>
  );
}

function OneOrAll({ needs }: { needs: OpenNeed[] }) {
  const code = useFragment();
  if (!/^[0-9a-f]{8}$/.test(code)) return <All needs={needs} />;
  return <OneNeed key={code} need={needs.find((need) => need.code === code) ?? null} />;
}

/** What stands after the `#`, also when it changes. */
function useFragment(): string {
  const [fragment, setFragment] = useState(() => location.hash.slice(1));
  useEffect(() => {
    const follow = () => setFragment(location.hash.slice(1));
    const stop = keepAddress();
    addEventListener('hashchange', follow);
    return () => {
      stop();
      removeEventListener('hashchange', follow);
    };
  }, []);
  return fragment;
}

function All({ needs }: { needs: OpenNeed[] }) {
  const say = useSay();
  if (needs.length === 0)
    return (
      <section class="state">
        <h2>{say('need.none')}</h2>
        <p>{say('need.none.text')}</p>
      </section>
    );
  return (
    <section class="needs-open" aria-labelledby="open-needs">
      <h2 id="open-needs">{say('need.open')}</h2>
      <ul class="cards plain">
        {needs.map((need) => (
          <NeedCard key={need.code} need={need} />
        ))}
      </ul>
    </section>
  );
}
