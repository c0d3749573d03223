import { useEffect, useMemo, useState } from 'preact/hooks';
import { secretIn } from '../../features/referrals/model.ts';
import type { PartnerLink, Receipt as Made } from '../../features/referrals/rows.ts';
import { partnerLink } from '../../features/referrals/store.ts';
import { path } from '../../lib/urls.ts';
import { Island } from '../../ui/Island.tsx';
import { keepAddress } from '../../ui/keep-address.ts';
import { ScreenOf } from '../../ui/ScreenOf.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useSecret } from '../../ui/useSecret.ts';
import { useSay, type Spoken } from '../../ui/words.tsx';
import { NoLink } from './NoLink.tsx';
import { Receipt } from './Receipt.tsx';
import { ReferForm } from './ReferForm.tsx';

/** A programme as this page carries it. */
interface Programme {
  title: string;
  forWhom: string;
  rules: string[];
}
interface Props extends Spoken {
  programmes: Record<string, Programme>;
}

/** A partner's page: who refers, to what, and the form. There is no account; the link is the right to. */
export default function Refer({ programmes, ...spoken }: Props) {
  const secret = useSecret(secretIn);
  useEffect(keepAddress, []);
  const link = useMemo(() => (secret ? partnerLink(secret) : null), [secret]);
  return (
    <Island {...spoken}>
      {secret === null && <Skeleton lines={8} />}
      {secret === '' && <NoLink title="refer.none" text="refer.none.text" />}
      {secret && link && (
        <ScreenOf of={link} lines={8}>
          {(opened) => <Referring key={secret} secret={secret} link={opened} programmes={programmes} />}
        </ScreenOf>
      )}
    </Island>
  );
}

function Referring({
  secret,
  link,
  programmes,
}: Pick<Props, 'programmes'> & { secret: string; link: PartnerLink }) {
  const say = useSay();
  const [made, setMade] = useState<{ receipt: Made; way: 'mail' | 'phone' } | null>(null);
  const programme = programmes[link.programme] ?? { title: link.programme, forWhom: '', rules: [] };
  if (made) return <Receipt {...made} again={() => setMade(null)} />;
  return (
    <div class="refer">
      <section class="state">
        <p class="kicker">{say('refer.from', { partner: link.partner })}</p>
        <h2>{programme.title}</h2>
        <p>{programme.forWhom}</p>
        <p>
          <a href={path(say.lang, 'programmes', link.programme)}>{say('refer.about')}</a>
        </p>
      </section>
      <ReferForm
        secret={secret}
        link={link}
        rules={programme.rules}
        sent={(receipt, { way }) => setMade({ receipt, way: way === 'phone' ? 'phone' : 'mail' })}
      />
    </div>
  );
}
