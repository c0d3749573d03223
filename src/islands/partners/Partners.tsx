import { useStore } from '../../ui/useStore.ts';
import { useRef, useState } from 'preact/hooks';
import type { NewLink, PartnerDesk, ReferralPlace } from '../../features/referrals/rows.ts';
import { $after, look, partnerDesk } from '../../features/referrals/store.ts';
import type { Locale } from '../../schemas/vocabulary.ts';
import { Island } from '../../ui/Island.tsx';
import { ScreenOf } from '../../ui/ScreenOf.tsx';
import { useSay, type Spoken } from '../../ui/words.tsx';
import { ProgrammeNames } from '../desk/labels.tsx';
import { NotMine } from '../desk/NotMine.tsx';
import { AddPartner } from './AddPartner.tsx';
import { LinkOnce } from './LinkOnce.tsx';
import { PartnerRow } from './PartnerRow.tsx';
import { ReferralRow } from './ReferralRow.tsx';

interface Props extends Spoken {
  programmes: Record<string, string>;
  /** Regions by programme, and what places are called. */
  regions: Record<string, string[]>;
  places: Record<string, string>;
  /** The text message for somebody who was referred by phone, in her language. */
  sms: Record<Locale, string>;
}
/** A link that was just made, and whose. */
export type Made = NewLink & { partner: string };

/** The desk's page of partners: what is under way, each partner and how it went, and adding one. */
export default function Partners({ programmes, regions, places, sms, ...spoken }: Props) {
  return (
    <Island {...spoken}>
      <ProgrammeNames.Provider value={programmes}>
        <Mine regions={regions} places={places} sms={sms} />
      </ProgrammeNames.Provider>
    </Island>
  );
}

type Given = Pick<Props, 'regions' | 'places' | 'sms'>;

function Mine(props: Given) {
  const seen = useStore(partnerDesk.$seen);
  if (seen.at === 'refused' && seen.refusal.key === 'not_a_coordinator') return <NotMine />;
  return (
    <ScreenOf of={partnerDesk} lines={8}>
      {(desk) => <Lists desk={desk} {...props} />}
    </ScreenOf>
  );
}

function Lists({ desk, regions, places, sms }: Given & { desk: PartnerDesk }) {
  const say = useSay();
  const [made, setMade] = useState<Made | null>(null);
  const { items, count, next } = desk.referrals;
  const after = useStore($after);
  const heading = useRef<HTMLHeadingElement>(null);
  const turnTo = async (place: ReferralPlace | null) => {
    await look(place);
    heading.current?.focus();
  };
  return (
    <div class="partners">
      {made && <LinkOnce key={made.secret} made={made} done={() => setMade(null)} />}
      <section class="desk-section" aria-labelledby="under-way">
        <h2 id="under-way" ref={heading} tabIndex={-1}>
          {say('partners.under-way')} <span class="desk-count">{count}</span>
        </h2>
        <p class="desk-lead">{say(count > 0 ? 'partners.under-way.lead' : 'partners.under-way.none')}</p>
        {count > 0 && (
          <ul class="desk-rows plain">
            {items.map((referral) => (
              <ReferralRow key={referral.id} referral={referral} sms={sms} />
            ))}
          </ul>
        )}
        <p class="buttons">
          {next && (
            <button type="button" class="button quiet" onClick={() => void turnTo(next)}>
              {say('partners.further')}
            </button>
          )}
          {after && (
            <button type="button" class="link" onClick={() => void turnTo(null)}>
              {say('partners.first')}
            </button>
          )}
        </p>
      </section>
      <section class="desk-section" aria-labelledby="partners">
        <h2 id="partners">
          {say('partners.list')} <span class="desk-count">{desk.partners.length}</span>
        </h2>
        <p class="desk-lead">{say(desk.partners.length > 0 ? 'partners.list.lead' : 'partners.list.none')}</p>
        <ul class="desk-rows plain">
          {desk.partners.map((partner) => (
            <PartnerRow key={partner.id} partner={partner} places={places} made={setMade} />
          ))}
        </ul>
      </section>
      <AddPartner desks={desk.desks} regions={regions} places={places} made={setMade} />
    </div>
  );
}
