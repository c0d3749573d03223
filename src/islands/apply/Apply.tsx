import { useEffect, useState } from 'preact/hooks';
import { beginApplication, readMyApplications } from '../../features/applications/api.ts';
import type { PageForm, PageProgramme } from '../../features/applications/model.ts';
import type { MyApplication } from '../../features/applications/rows.ts';
import { isSignedIn } from '../../features/session/store.ts';
import { Refusal } from '../../lib/api/answer.ts';
import { path } from '../../lib/urls.ts';
import { Island } from '../../ui/Island.tsx';
import { keepAddress } from '../../ui/keep-address.ts';
import { Refused } from '../../ui/Refused.tsx';
import { ScreenOf } from '../../ui/ScreenOf.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useVerb } from '../../ui/Verb.tsx';
import { useSay, type Spoken } from '../../ui/words.tsx';
import { Begin } from './Begin.tsx';
import { Sent } from './Sent.tsx';
import { applyStart, type Start } from './start.ts';
import { Steps } from './Steps.tsx';
import { applyHref } from './words.ts';

interface Props extends Spoken {
  form: PageForm;
  programmes: PageProgramme[];
}

/** Applying for one part: choose a programme, answer step by step, read it through, send it. */
export default function Apply({ form, programmes, ...spoken }: Props) {
  const [way, setWay] = useState<{ start: ReturnType<typeof applyStart> | null } | null>(null);
  useEffect(() => {
    setWay({ start: isSignedIn() ? applyStart(spoken.lang) : null });
    return keepAddress();
  }, []);
  return (
    <Island {...spoken}>
      <div class="apply">
        {!way && <Skeleton lines={8} />}
        {way && !way.start && <SignInFirst form={form} programmes={programmes} />}
        {way?.start && (
          <ScreenOf of={way.start} lines={8}>
            {(start) => <Going start={start} form={form} programmes={programmes} />}
          </ScreenOf>
        )}
      </div>
    </Island>
  );
}

type About = Pick<Props, 'form' | 'programmes'>;

const programmeAsked = () => new URLSearchParams(location.search).get('programme') ?? '';

/** Everything one can know before signing in, which leads back here. */
function SignInFirst({ form, programmes }: About) {
  const say = useSay();
  const signIn = (programme: string) => {
    const next = encodeURIComponent(applyHref(say.lang, form.part, programme));
    location.assign(`${path(say.lang, 'sign-in')}?next=${next}`);
    return Promise.resolve();
  };
  return (
    <Begin form={form} programmes={programmes} chosen={programmeAsked()} signedIn={false} begin={signIn} />
  );
}

/** A draft of an older form. */
const isStale = (application: MyApplication | null, form: PageForm) =>
  application?.status === 'draft' && application.form_version < form.version;

const over: MyApplication['status'][] = ['withdrawn', 'expired', 'declined', 'redirected'];

function Going({ start, form, programmes }: About & { start: Start }) {
  const say = useSay();
  const [chosen] = useState(programmeAsked);
  const mine = start.applications.filter(({ part, status }) => part === form.part && !over.includes(status));
  const [application, setApplication] = useState(mine.find(({ programme }) => programme === chosen) ?? null);
  const [justSent, setJustSent] = useState(false);
  const programme = programmes.find(({ key }) => key === application?.programme);

  async function read(id: string) {
    const { applications } = await readMyApplications();
    const found = applications.find((one) => one.id === id) ?? null;
    setApplication(found);
    return found;
  }
  async function begin(key: string) {
    const id = await beginApplication(key, form.part, say.lang);
    history.replaceState(null, '', applyHref(say.lang, form.part, key));
    // The page may be newer than the database: then it asks what cannot be kept yet.
    if (isStale(await read(id), form)) throw new Refusal('something_failed');
  }
  async function sent() {
    history.replaceState(null, '', location.pathname + location.search);
    setJustSent(true);
    await read(application?.id ?? '');
  }

  // The form has got new questions since: beginning anew brings the draft along.
  const stale = isStale(application, form);
  const following = useVerb();
  const follow = async () => void (await following.run(() => begin(application?.programme ?? '')));
  useEffect(() => {
    if (stale) void follow();
  }, [stale]);
  if (stale && following.refusal) return <Refused refusal={following.refusal} again={follow} />;
  if (stale) return <Skeleton lines={8} />;

  if (!application || !programme)
    return (
      <Begin
        form={form}
        programmes={programmes}
        chosen={chosen}
        signedIn
        rounds={start.rounds}
        reminders={start.reminders}
        drafts={mine.filter(({ status }) => status === 'draft')}
        begin={begin}
      />
    );
  if (application.status !== 'draft')
    return <Sent application={application} programme={programme} just={justSent} />;
  return (
    <Steps
      application={application}
      form={form}
      programme={programme}
      programmes={programmes}
      choices={start.choices}
      reminded={start.reminders.includes(programme.key)}
      fits={start.fits}
      sent={sent}
    />
  );
}
