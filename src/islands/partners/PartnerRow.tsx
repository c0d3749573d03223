import { useState } from 'preact/hooks';
import { closePartner, renewPartnerLink } from '../../features/referrals/api.ts';
import type { Partner } from '../../features/referrals/rows.ts';
import { dateWords } from '../../lib/dates.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Verb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';
import { useProgrammeName } from '../desk/labels.tsx';
import { FitOf } from './FitOf.tsx';
import type { Made } from './Partners.tsx';
import { Talked } from './Talked.tsx';

interface Props {
  partner: Partner;
  places: Record<string, string>;
  made: (link: Made) => void;
}

/** A partner: its link, how its referrals went, and whether it is time for a talk. */
export function PartnerRow({ partner, places, made }: Props) {
  const say = useSay();
  const programmeName = useProgrammeName();
  const { id, name, kind, programme, region, until, closed_at: closed, talked_on: talked, fit } = partner;
  const [asking, setAsking] = useState<'renew' | 'end' | 'talked' | null>(null);
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
          {talked && <span>{say('partners.talked', { day: dateWords(say.lang, talked) })}</span>}
        </p>
        <FitOf fit={fit} partner={name} />
      </div>
      {!closed && (
        <div class="desk-actions">
          <button type="button" class="button quiet" onClick={() => setAsking('talked')}>
            {say('partners.talked.note')}
            <span class="visually-hidden">: {name}</span>
          </button>
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
      {asking === 'talked' && <Talked partner={partner} close={() => setAsking(null)} />}
      {(asking === 'renew' || asking === 'end') && (
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
