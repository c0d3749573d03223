import type { MyPage, RequestRow } from '../../lib/api/rows.ts';
import { useSay } from '../../ui/words.tsx';
import { AskedCard } from './AskedCard.tsx';

/** Who asks this mentor, the most pressing first. */
export function Inbox({ requests, drafts }: { requests: RequestRow[]; drafts: MyPage['drafts'] }) {
  const say = useSay();
  return (
    <section class="going">
      <h2>{say('request.inbox')}</h2>
      {requests.length === 0 && <p class="soft">{say('request.inbox.none')}</p>}
      {requests.map((request) => (
        <AskedCard key={request.id} request={request} draft={drafts[`question/${request.id}`]} />
      ))}
    </section>
  );
}
