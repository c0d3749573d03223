import { useStore } from '../../ui/useStore.ts';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { secretIn } from '../../features/referrals/model.ts';
import type { Told as About } from '../../features/referrals/rows.ts';
import { toldAbout } from '../../features/referrals/store.ts';
import type { Screen } from '../../lib/api/screen.ts';
import { path } from '../../lib/urls.ts';
import type { Locale } from '../../schemas/vocabulary.ts';
import { Island } from '../../ui/Island.tsx';
import { keepAddress } from '../../ui/keep-address.ts';
import { ScreenOf } from '../../ui/ScreenOf.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useSecret } from '../../ui/useSecret.ts';
import { useSay, type Spoken } from '../../ui/words.tsx';
import { NoLink } from '../refer/NoLink.tsx';
import { SayNo } from './SayNo.tsx';
import { Take } from './Take.tsx';
import { Told } from './Told.tsx';

interface Props extends Spoken {
  programmes: Record<string, { title: string; forWhom: string }>;
  /** The sentences people say yes to, by language and key. */
  consents: Record<Locale, Record<string, string>>;
}

/** The referred person's page: what was told, and that she decides. No account is needed to read it or to say no. */
export default function Referral({ programmes, consents, ...spoken }: Props) {
  const secret = useSecret(secretIn);
  useEffect(keepAddress, []);
  const told = useMemo(() => (secret ? toldAbout(secret) : null), [secret]);
  return (
    <Island {...spoken}>
      {secret === null && <Skeleton lines={8} />}
      {secret === '' && <NoLink title="referral.none" text="referral.none.text" />}
      {secret && told && (
        <ScreenOf of={told} lines={8}>
          {(about) => (
            <Deciding
              key={secret}
              secret={secret}
              about={about}
              programmes={programmes}
              consents={consents}
            />
          )}
        </ScreenOf>
      )}
      {told && <IfTaken of={told} />}
    </Island>
  );
}

function Deciding({
  secret,
  about,
  programmes,
  consents,
}: Pick<Props, 'programmes' | 'consents'> & { secret: string; about: About }) {
  const say = useSay();
  const [gone, setGone] = useState(false);
  const { title, forWhom } = programmes[about.programme] ?? { title: about.programme, forWhom: '' };
  if (gone) return <Gone />;
  return (
    <div class="told">
      <section class="state">
        <h2>{say('referral.to', { partner: about.partner, programme: title })}</h2>
        <p>{forWhom}</p>
        <p>
          <a href={path(say.lang, 'programmes', about.programme)}>{say('referral.programme')}</a>
        </p>
      </section>
      <Told about={about} consents={consents} />
      <section>
        <Take secret={secret} about={about} />
        <SayNo secret={secret} partner={about.partner} done={() => setGone(true)} />
      </section>
    </div>
  );
}

/** Taken over already: the way to where it stands now. */
function IfTaken({ of }: { of: Screen<About> }) {
  const say = useSay();
  const seen = useStore(of.$seen);
  if (seen.at !== 'refused' || seen.refusal.key !== 'referral_taken') return null;
  return (
    <p>
      <a class="button" href={path(say.lang, 'my', 'applications')}>
        {say('referral.my-applications')}
      </a>
    </p>
  );
}

/** After a no: nothing is left here, and the rest of the site is hers as everybody's. */
function Gone() {
  const say = useSay();
  return (
    <section class="state" role="status">
      <h2>{say('referral.gone')}</h2>
      <p>{say('referral.gone.text')}</p>
      <p>
        <a class="button quiet" href={path(say.lang, 'modules')}>
          {say('referral.gone.link')}
        </a>
      </p>
    </section>
  );
}
