import { useState } from 'preact/hooks';
import { closeReferral as close } from '../../features/referrals/api.ts';
import { closeReferral } from '../../features/referrals/model.ts';
import type { DeskReferral } from '../../features/referrals/rows.ts';
import { localeFacts } from '../../i18n/locales.ts';
import { dateWords } from '../../lib/dates.ts';
import { path } from '../../lib/urls.ts';
import { referralReasons, type ReferralReason } from '../../schemas/referral.ts';
import type { Locale } from '../../schemas/vocabulary.ts';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { announce } from '../../ui/status.tsx';
import { useSay, type Key, type Say } from '../../ui/words.tsx';
import { useProgrammeName } from '../desk/labels.tsx';
import { TextMessage } from './TextMessage.tsx';

/** Somebody who was referred and decides: what was told, and closing it with a reason. */
export function ReferralRow({ referral, sms }: { referral: DeskReferral; sms: Record<Locale, string> }) {
  const say = useSay();
  const programmeName = useProgrammeName();
  const [doing, setDoing] = useState<'close' | 'text' | null>(null);
  const { id, code, name, locale, phone, comment, partner, programme, status } = referral;
  const day = (at: string) => dateWords(say.lang, at);
  const called = name ?? code;
  const byText = status === 'invited' && phone;
  return (
    <li class="desk-row partner" data-row={id}>
      <div class="desk-what">
        <div class="desk-head">
          <h3 tabIndex={-1}>
            <bdi>{called}</bdi>
          </h3>
          {byText && !referral.texted_at ? (
            <span class="desk-tag urgent">{say('partners.text.waits')}</span>
          ) : (
            <span class="desk-tag">{say(`partners.status.${status}`)}</span>
          )}
          <span class="desk-aside">{code}</span>
        </div>
        <p class="desk-facts">
          <span>{say('partners.made', { partner, programme: programmeName(programme) })}</span>
          {locale && <span lang={locale}>{localeFacts[locale].name}</span>}
          {phone && <span>{say('partners.phone', { phone })}</span>}
        </p>
        <p class="desk-facts">
          <span>{say('partners.since', { day: day(referral.referred_at) })}</span>
          {status === 'invited' && <span>{say('partners.until', { day: day(referral.expires_at) })}</span>}
          {referral.texted_at && <span>{say('partners.text.made', { day: day(referral.texted_at) })}</span>}
          {referral.reminded_at && <span>{say('partners.reminded')}</span>}
        </p>
        <p>{say('partners.check', { answers: checked(say, referral) })}</p>
        {comment && (
          <p class="desk-about" dir="auto">
            {comment}
          </p>
        )}
      </div>
      <div class="desk-actions">
        {referral.application && (
          <a class="button quiet" href={`${path(say.lang, 'desk', 'applications')}#${referral.application}`}>
            {say('partners.read')}
          </a>
        )}
        {byText && (
          <button
            type="button"
            class={referral.texted_at ? 'button quiet' : 'button'}
            onClick={() => setDoing('text')}
          >
            {say('partners.text')}
            <span class="visually-hidden">: {called}</span>
          </button>
        )}
        {status === 'invited' && (
          <button type="button" class="button quiet" onClick={() => setDoing('close')}>
            {say('partners.close')}
            <span class="visually-hidden">: {called}</span>
          </button>
        )}
      </div>
      {doing === 'text' && phone && (
        <TextMessage
          referral={id}
          name={called}
          phone={phone}
          locale={locale ?? say.lang}
          sms={sms}
          close={() => setDoing(null)}
        />
      )}
      {doing === 'close' && (
        <ReasonDialog
          name={called}
          title="partners.close.title"
          text="partners.close.text"
          label="partners.close.reason"
          choices={referralReasons.map((value) => ({ value, label: say(`partners.reason.${value}`) }))}
          button="partners.close"
          schema={closeReferral}
          close={() => setDoing(null)}
          send={async (reason) => {
            await close(id, reason as ReferralReason);
            announce(say('partners.closed'));
          }}
        />
      )}
    </li>
  );
}

/** What the partner was not sure of; what fits needs no line of its own. */
function checked(say: Say, { self_check: check, understands, wants }: DeskReferral): string {
  const rules = Object.entries(check).flatMap(([rule, answer]) =>
    answer === 'yes' ? [] : [say(`partners.check.${answer}`, { rule: say(`refer.rule.${rule}` as Key) })],
  );
  const ready = [
    ...(understands === 'unsure' ? [say('partners.check.unsure.understands')] : []),
    ...(wants === 'unsure' ? [say('partners.check.unsure.wants')] : []),
  ];
  const all = [...rules, ...ready];
  return all.length > 0 ? all.join(', ') : say('partners.check.fits');
}
