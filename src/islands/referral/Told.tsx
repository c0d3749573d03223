import type { Told as About } from '../../features/referrals/rows.ts';
import { inSentence } from '../../lib/bidi.ts';
import { dateWords } from '../../lib/dates.ts';
import type { Locale } from '../../schemas/vocabulary.ts';
import { useSay, type Key } from '../../ui/words.tsx';

interface Props {
  about: About;
  consents: Record<Locale, Record<string, string>>;
}

/** Everything that was written, and the sentence she said yes to in the language it was read in. */
export function Told({ about, consents }: Props) {
  const say = useSay();
  const { name, phone, comment, self_check: check, consent_locale: lang, partner } = about;
  const sentence = consents[lang][about.consent] ?? '';
  return (
    <section class="sheet">
      <h2>{say('referral.written')}</h2>
      <dl>
        <Line label={say('referral.name')}>{name}</Line>
        {phone && <Line label={say('referral.phone')}>{phone}</Line>}
        {comment && (
          <Line label={say('referral.comment')} said>
            {comment}
          </Line>
        )}
        {(['understands', 'wants'] as const).map((asked) => (
          <Line key={asked} label={say(`referral.${asked}`)}>
            {say(`referral.answer.${about[asked]}`)}
          </Line>
        ))}
        {Object.keys(check).length > 0 && (
          <div>
            <dt>{say('referral.check')}</dt>
            {Object.entries(check).map(([rule, answer]) => (
              <dd key={rule}>
                {say(`refer.rule.${rule}` as Key)}: {say(`referral.answer.${answer}`)}
              </dd>
            ))}
          </div>
        )}
        <div>
          <dt>{say('referral.consent', { day: dateWords(say.lang, about.referred_at) })}</dt>
          <dd>
            <blockquote lang={lang}>{sentence.replaceAll('{partner}', inSentence(partner))}</blockquote>
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Line({ label, said = false, children }: { label: string; said?: boolean; children: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd class={said ? 'said' : undefined} dir="auto">
        {children}
      </dd>
    </div>
  );
}
