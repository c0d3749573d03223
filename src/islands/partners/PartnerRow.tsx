import { useState } from 'preact/hooks';
import { closePartner, renewPartnerLink } from '../../features/referrals/api.ts';
import { fitCounts, type Fit, type Partner } from '../../features/referrals/rows.ts';
import { dateWords } from '../../lib/dates.ts';
import { referralReasons } from '../../schemas/referral.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Verb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';
import { useProgrammeName } from '../desk/labels.tsx';
import type { Made } from './Partners.tsx';

interface Props {
  partner: Partner;
  places: Record<string, string>;
  made: (link: Made) => void;
}

/** A partner: its link, how its referrals went, and whether it is time for a talk. */
export function PartnerRow({ partner, places, made }: Props) {
  const say = useSay();
  const programmeName = useProgrammeName();
  const { id, name, kind, programme, region, until, closed_at: closed, fit } = partner;
  const [asking, setAsking] = useState<'renew' | 'end' | null>(null);
  const old = Date.parse(until) < Date.now();
  const where = region
    ? say('partners.region', { programme: programmeName(programme), region: places[region] ?? region })
    : programmeName(programme);
  const link = old
    ? say('partners.link-over')
    : say('partners.link-until', { day: dateWords(say.lang, until) });
  async function end() {
    await closePartner(id);
    setAsking(null);
  }
  async function renew() {
    made({ ...(await renewPartnerLink(id)), partner: name });
    setAsking(null);
  }
  return (
    <li class="desk-row partner" data-row={id}>
      <div class="desk-what">
        <div class="desk-head">
          <h3 tabIndex={-1}>
            <bdi>{name}</bdi>
          </h3>
          {fit.talk && <span class="desk-tag urgent">{say('partners.talk')}</span>}
          {closed && <span class="desk-tag">{say('partners.is-closed')}</span>}
        </div>
        <p class="desk-facts">
          <span>{say(`partners.kind.${kind}`)}</span>
          <span>{where}</span>
          {!closed && <span>{link}</span>}
        </p>
        <FitOf fit={fit} />
      </div>
      {!closed && (
        <div class="desk-actions">
          <button type="button" class="button quiet" onClick={() => setAsking('renew')}>
            {say('partners.renew')}
            <span class="visually-hidden">: {name}</span>
          </button>
          <button type="button" class="link" onClick={() => setAsking('end')}>
            {say('partners.end')}
            <span class="visually-hidden">: {name}</span>
          </button>
        </div>
      )}
      {asking && (
        <Dialog title={say(`partners.${asking}.title`, { partner: name })} close={() => setAsking(null)}>
          <p>{say(`partners.${asking}.text`)}</p>
          <p class="buttons">
            {asking === 'end' ? (
              <Verb label="partners.end.yes" done="partners.ended" verb={end} />
            ) : (
              <Verb label="partners.renew.yes" verb={renew} />
            )}
          </p>
        </Dialog>
      )}
    </li>
  );
}

/** How it went in the last twelve months. */
function FitOf({ fit }: { fit: Fit }) {
  const say = useSay();
  const reasons = referralReasons.flatMap((reason) => {
    const count = fit.reasons[reason];
    return count ? [say('partners.fit.reason', { reason: say(`partners.reason.${reason}`), count })] : [];
  });
  return (
    <>
      {fit.talk && <p>{say('partners.talk.text')}</p>}
      <dl class="partner-fit">
        {fitCounts.map((name) => (
          <div key={name}>
            <dt>{say(`partners.fit.${name}`)}</dt>
            <dd>{fit[name]}</dd>
          </div>
        ))}
      </dl>
      {reasons.length > 0 && (
        <p class="desk-facts">{say('partners.fit.reasons', { reasons: reasons.join(', ') })}</p>
      )}
    </>
  );
}
