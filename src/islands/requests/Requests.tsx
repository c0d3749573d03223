import type { MyPage, RequestRow } from '../../lib/api/rows.ts';
import { path } from '../../lib/urls.ts';
import { useSay } from '../../ui/words.tsx';
import { RequestCard } from './RequestCard.tsx';

const living = ['proposed', 'asked', 'open'];

/** A mentee's requests: the living ones as cards, the earlier ones folded away. */
export function Requests({ requests, drafts }: { requests: RequestRow[]; drafts: MyPage['drafts'] }) {
  const say = useSay();
  const now = requests.filter(({ status }) => living.includes(status));
  const earlier = requests.filter(({ status }) => !living.includes(status));
  const card = (request: RequestRow) => <RequestCard key={request.id} request={request} drafts={drafts} />;
  if (requests.length === 0) {
    return (
      <section class="going">
        <h2>{say('request.title')}</h2>
        <p class="soft">
          {say('request.none')} <a href={path(say.lang, 'mentors')}>{say('my.find')}</a>
        </p>
      </section>
    );
  }
  return (
    <section class="going">
      <h2>{say('request.title')}</h2>
      {now.sort((a, b) => living.indexOf(a.status) - living.indexOf(b.status)).map(card)}
      {earlier.length > 0 && (
        <details open={now.length === 0 && /^(declined|expired|closed)$/.test(earlier[0]?.status ?? '')}>
          <summary>
            {say('request.earlier')} ({earlier.length})
          </summary>
          {earlier.map(card)}
        </details>
      )}
    </section>
  );
}
