import { useEffect, useMemo } from 'preact/hooks';
import type { PageProgramme } from '../../features/applications/model.ts';
import { takeInvitation } from '../../features/needs/api.ts';
import type { OpenInvitation } from '../../features/needs/model.ts';
import { invitationBehind } from '../../features/needs/store.ts';
import { isSignedIn } from '../../features/session/store.ts';
import { dateWords } from '../../lib/dates.ts';
import { path } from '../../lib/urls.ts';
import { keepAddress } from '../../ui/keep-address.ts';
import { Island } from '../../ui/Island.tsx';
import { ScreenOf } from '../../ui/ScreenOf.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useSecret } from '../../ui/useSecret.ts';
import { useVerb, VerbButton } from '../../ui/Verb.tsx';
import { useSay, type Spoken } from '../../ui/words.tsx';
import { Asks } from '../apply/Asks.tsx';
import { applyHref } from '../apply/words.ts';

interface Props extends Spoken {
  programmes: readonly PageProgramme[];
}

/** The page a company's link leads to. The secret stays in the address's fragment, which no server reads. */
export default function Join({ programmes, ...spoken }: Props) {
  const secret = useSecret((hash) => hash.slice(1));
  useEffect(keepAddress, []);
  return (
    <Island {...spoken}>
      {secret === null ? <Skeleton lines={5} /> : <Behind secret={secret} programmes={programmes} />}
    </Island>
  );
}

function Behind({ secret, programmes }: { secret: string } & Pick<Props, 'programmes'>) {
  const say = useSay();
  const invitation = useMemo(() => invitationBehind(secret), [secret]);
  return (
    <ScreenOf of={invitation} lines={5}>
      {(data) =>
        data ? (
          <Invited
            invitation={data}
            secret={secret}
            programme={programmes.find(({ key }) => key === data.programme)}
          />
        ) : (
          <section class="state">
            <h2>{say('company.join.refused')}</h2>
            <p>{say('company.join.empty')}</p>
          </section>
        )
      }
    </ScreenOf>
  );
}

interface InvitedProps {
  invitation: OpenInvitation;
  secret: string;
  programme: PageProgramme | undefined;
}

function Invited({ invitation, secret, programme }: InvitedProps) {
  const say = useSay();
  const verb = useVerb();
  const { company, at_least, valid_until } = invitation;
  const full = verb.refusal?.key === 'invitation_full';
  async function join() {
    // The secret goes along in the fragment: an address with a `?` would tell it to the server.
    if (!isSignedIn())
      return location.assign(`${path(say.lang, 'sign-in')}?next=${path(say.lang, 'join')}#${secret}`);
    await takeInvitation(secret, say.lang);
    location.assign(applyHref(say.lang, 'mentor', invitation.programme));
  }
  return (
    <article class="sheet join">
      <h2>{say('company.join.heading', { company, programme: programme?.title ?? invitation.programme })}</h2>
      {programme && <p>{programme.forWhom}</p>}
      {at_least > 0 && <p>{say('company.join.at-least', { count: at_least })}</p>}
      <p>{say('company.join.alone')}</p>
      {programme && (
        <>
          <h3>{say('company.join.asks')}</h3>
          <Asks programme={programme} />
        </>
      )}
      {!isSignedIn() && <p class="soft">{say('need.answer.sign-in')}</p>}
      <p class="buttons">
        <VerbButton
          label="company.join.go"
          about={company}
          quiet={full}
          state={verb}
          press={() => void verb.run(join)}
        />
        {full && (
          <a class="button" href={applyHref(say.lang, 'mentor', invitation.programme)}>
            {say('company.join.apply', { programme: programme?.title ?? invitation.programme })}
          </a>
        )}
      </p>
      <p class="soft">{say('company.join.until', { date: dateWords(say.lang, valid_until) })}</p>
    </article>
  );
}
