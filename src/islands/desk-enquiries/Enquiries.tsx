import { createContext, type ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { Enquiry, EnquiryDesk } from '../../features/enquiries/model.ts';
import { enquiryDesk } from '../../features/enquiries/store.ts';
import { Island } from '../../ui/Island.tsx';
import { ScreenOf } from '../../ui/ScreenOf.tsx';
import { useKeptPlace } from '../../ui/useKeptPlace.ts';
import { useStore } from '../../ui/useStore.ts';
import { useSay, type Key, type Spoken } from '../../ui/words.tsx';
import { NotMine } from '../desk/NotMine.tsx';
import { DealtOn, dropSecondClick } from '../desk/useDeal.ts';
import { Counts } from './Counts.tsx';
import { EnquiryRow } from './EnquiryRow.tsx';

/** What programmes and regions are called, by key. */
export const EnquiryNames = createContext<Record<string, string>>({});

/** What visitors ask, to be answered without seeing who asks. */
export default function Enquiries({ names, ...spoken }: Spoken & { names: Record<string, string> }) {
  return (
    <Island {...spoken}>
      <EnquiryNames.Provider value={names}>
        <DealtOn.Provider value={enquiryDesk}>
          <Mine />
        </DealtOn.Provider>
      </EnquiryNames.Provider>
    </Island>
  );
}

function Mine() {
  const say = useSay();
  const seen = useStore(enquiryDesk.$seen);
  if (seen.at === 'refused' && seen.refusal.key === 'not_a_coordinator') return <NotMine />;
  return (
    <ScreenOf of={enquiryDesk} lines={8}>
      {({ open, answered, counts, drafts }) => (
        <>
          <List id="open" title="desk-enquiries.open" few={open} drafts={drafts}>
            {open.count === 0 && <p class="state">{say('desk-enquiries.none')}</p>}
          </List>
          {answered.count > 0 && (
            <List id="answered" title="desk-enquiries.answered" few={answered}>
              <p class="desk-lead">{say('desk-enquiries.answered.lead')}</p>
            </List>
          )}
          {counts.length > 0 && <Counts counts={counts} />}
        </>
      )}
    </ScreenOf>
  );
}

interface Listing {
  id: string;
  title: Key;
  few: EnquiryDesk['open'];
  drafts?: EnquiryDesk['drafts'];
  children: ComponentChildren;
}

function List({ id, title, few, drafts, children }: Listing) {
  const say = useSay();
  const list = useRef<HTMLElement>(null);
  useKeptPlace(list);
  return (
    <section class="desk-section" aria-labelledby={`${id}-title`} ref={list} onClickCapture={dropSecondClick}>
      <h2 id={`${id}-title`} tabIndex={-1}>
        {say(title)}
      </h2>
      {children}
      {few.items.length > 0 && (
        <ul class="desk-rows plain">
          {few.items.map((enquiry: Enquiry) => (
            <EnquiryRow
              key={enquiry.id}
              enquiry={enquiry}
              draft={drafts?.[`enquiry/${enquiry.id}`]?.answer}
            />
          ))}
        </ul>
      )}
      {few.count > few.items.length && (
        <p class="desk-lead">{say('desk.first-fifty', { shown: few.items.length, count: few.count })}</p>
      )}
    </section>
  );
}
