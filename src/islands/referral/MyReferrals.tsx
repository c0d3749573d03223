import { useStore } from '../../ui/useStore.ts';
import { shareReferral } from '../../features/referrals/api.ts';
import { shareReferral as schema } from '../../features/referrals/model.ts';
import type { MyReferral } from '../../features/referrals/rows.ts';
import { myReferrals } from '../../features/referrals/store.ts';
import type { ShareLevel } from '../../schemas/referral.ts';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { announce } from '../../ui/status.tsx';
import { Submit } from '../../ui/Submit.tsx';
import { useForm } from '../../ui/useForm.ts';
import { useSay, Words, type Spoken } from '../../ui/words.tsx';
import { ShareField } from './ShareField.tsx';

interface Props extends Spoken {
  /** Titles of the programmes by key. */
  titles: Record<string, string>;
}

/** What partners who referred me may see. Whoever was not referred, or cannot be reached, sees nothing here. */
export default function MyReferrals({ titles, ...spoken }: Props) {
  return (
    // What is announced here is said by the applications beside it.
    <Words.Provider value={spoken}>
      <Cards titles={titles} />
    </Words.Provider>
  );
}

function Cards({ titles }: { titles: Record<string, string> }) {
  const say = useSay();
  const seen = useStore(myReferrals.$seen);
  // The applications above say what is wrong, if something is.
  if (seen.at !== 'ready' || seen.data.length === 0) return null;
  return (
    <section class="going">
      <h2>{say('referral.mine')}</h2>
      {seen.data.map((referral) => (
        <Card
          key={referral.id}
          referral={referral}
          title={titles[referral.programme] ?? referral.programme}
        />
      ))}
    </section>
  );
}

function Card({ referral: { id, partner, shares }, title }: { referral: MyReferral; title: string }) {
  const say = useSay();
  const form = useForm<{ level: ShareLevel }>({
    id: `share-${id}`,
    start: { level: shares },
    schema,
    async send({ level }) {
      await shareReferral(id, level);
      announce(say('referral.saved', { partner }));
    },
  });
  return (
    <article class="card">
      <p>{say('referral.mine.text', { partner, programme: title })}</p>
      <form noValidate onSubmit={(event) => void form.submit(event)}>
        <ErrorSummary form={form} labels={{}} />
        <ShareField form={form} partner={partner} />
        <Submit form={form} label="referral.save" />
      </form>
    </article>
  );
}
