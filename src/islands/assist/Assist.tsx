import { useStore } from '../../ui/useStore.ts';
import { useEffect, useState } from 'preact/hooks';
import { readAssisted } from '../../features/applications/assist-api.ts';
import { assistStart, type AssistStart } from './start.ts';
import type { PageForm, PageProgramme } from '../../features/applications/model.ts';
import type { MyApplication } from '../../features/applications/rows.ts';
import type { Locale } from '../../schemas/vocabulary.ts';
import { keepAddress } from '../../ui/keep-address.ts';
import { Island } from '../../ui/Island.tsx';
import { ScreenOf } from '../../ui/ScreenOf.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Verb } from '../../ui/Verb.tsx';
import { useSay, type Spoken } from '../../ui/words.tsx';
import { coordinatorsHand, HandOf } from '../apply/hand.ts';
import { Steps } from '../apply/Steps.tsx';
import { NotMine } from '../desk/NotMine.tsx';
import { BeginWith } from './BeginWith.tsx';
import { Drop } from './Drop.tsx';
import { Going } from './Going.tsx';
import { Handed } from './Handed.tsx';

interface Props extends Spoken {
  form: PageForm;
  programmes: PageProgramme[];
  /** The sentence that is read aloud, in every language we write. */
  consents: Record<Locale, string>;
}

/** A coordinator fills in with somebody on the phone or in the room: her yes, the questions, sending. */
export default function Assist({ form, programmes, consents, ...spoken }: Props) {
  const [start, setStart] = useState<ReturnType<typeof assistStart> | null>(null);
  useEffect(() => {
    setStart(assistStart(spoken.lang));
    return keepAddress();
  }, []);
  return (
    <Island {...spoken}>
      <HandOf.Provider value={coordinatorsHand}>
        <div class="apply assist">
          {start ? (
            <AtMyDesk start={start} form={form} programmes={programmes} consents={consents} />
          ) : (
            <Skeleton lines={8} />
          )}
        </div>
      </HandOf.Provider>
    </Island>
  );
}

type About = Pick<Props, 'form' | 'programmes' | 'consents'>;

function AtMyDesk({ start, ...about }: About & { start: ReturnType<typeof assistStart> }) {
  const seen = useStore(start.$seen);
  if (seen.at === 'refused' && seen.refusal.key === 'not_a_coordinator') return <NotMine />;
  return (
    <ScreenOf of={start} lines={8}>
      {(data) => <Mine start={data} {...about} />}
    </ScreenOf>
  );
}

const asked = () => new URLSearchParams(location.search).get('application') ?? '';

function Mine({ start, form, programmes, consents }: About & { start: AssistStart }) {
  const say = useSay();
  const [drafts, setDrafts] = useState(start.drafts.filter(({ part }) => part === form.part));
  const [opened, setOpened] = useState(() => drafts.find(({ id }) => id === asked()) ?? null);
  const [sent, setSent] = useState<MyApplication | null>(null);
  const mine = programmes.filter(({ key }) => start.programmes.includes(key));
  const programme = programmes.find(({ key }) => key === opened?.programme);

  function show(application: MyApplication | null) {
    const search = application ? `?application=${application.id}` : '';
    history.replaceState(null, '', location.pathname + search);
    setOpened(application);
  }
  async function read(id: string | null) {
    const all = (await readAssisted()).applications.filter(({ part }) => part === form.part);
    setDrafts(all);
    show(all.find((one) => one.id === id) ?? null);
  }
  if (sent) return <Handed application={sent} another={() => setSent(null)} />;
  if (!opened || !programme)
    return (
      <>
        <Going drafts={drafts} programmes={programmes} open={show} />
        <BeginWith form={form} programmes={mine} consents={consents} begun={read} />
      </>
    );
  return (
    <>
      <header class="assist-with">
        <h2>{say('assist.with', { name: nameOf(opened) })}</h2>
        <p>{say('assist.aloud')}</p>
        <p class="buttons">
          <Verb label="assist.leave" link verb={() => read(null)} />
          <Drop application={opened} name={nameOf(opened)} dropped={() => read(null)} />
        </p>
      </header>
      <Steps
        key={opened.id}
        application={opened}
        form={form}
        programme={programme}
        programmes={programmes}
        choices={start.choices}
        sent={async () => {
          setSent(opened);
          await read(null);
        }}
      />
    </>
  );
}

const nameOf = ({ answers }: MyApplication) => String(answers['shown_name'] ?? '');
