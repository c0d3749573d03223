import { fitCounts, monthCounts, type Fit } from '../../features/referrals/rows.ts';
import { monthOf } from '../../lib/dates.ts';
import { earlyEndings, neverBegan, referralReasons } from '../../schemas/referral.ts';
import { useSay, type Key } from '../../ui/words.tsx';

/** How it went in the last twelve months: in all, why it ended, and month by month. */
export function FitOf({ fit, partner }: { fit: Fit; partner: string }) {
  const say = useSay();
  const counted = (counts: Partial<Record<string, number>>, of: 'reason' | 'ending', known: readonly string[]) =>
    known
      .filter((one) => counts[one])
      .map((one) => say('partners.fit.reason', { reason: say(`partners.${of}.${one}` as Key), count: counts[one] ?? 0 }))
      .join(', '); // prettier-ignore
  const reasons = counted(fit.reasons, 'reason', [...referralReasons, ...neverBegan]);
  const endings = counted(fit.endings, 'ending', earlyEndings);
  return (
    <>
      {fit.about && <p>{say(fit.about === 'decisions' ? 'partners.talk.text' : 'partners.talk.courses')}</p>}
      <dl class="partner-fit">
        {fitCounts.map((name) => (
          <div key={name}>
            <dt>{say(`partners.fit.${name}`)}</dt>
            <dd>{fit[name]}</dd>
          </div>
        ))}
      </dl>
      {reasons && <p class="desk-facts">{say('partners.fit.reasons', { reasons })}</p>}
      {endings && <p class="desk-facts">{say('partners.fit.endings', { reasons: endings })}</p>}
      {fit.referred > 0 && <Months fit={fit} partner={partner} />}
    </>
  );
}

/** A line for each month since something was first counted. */
function Months({ fit, partner }: { fit: Fit; partner: string }) {
  const say = useSay();
  const first = fit.months.findLastIndex((one) => monthCounts.some((name) => one[name] > 0));
  const name = say('partners.months.of', { partner });
  return (
    <details class="partner-months">
      <summary>
        {say('partners.months')}
        <span class="visually-hidden">: {partner}</span>
      </summary>
      <div class="scrolls" tabIndex={0} role="region" aria-label={name}>
        <table aria-label={name}>
          <thead>
            <tr>
              <th scope="col">{say('partners.month')}</th>
              {monthCounts.map((count) => (
                <th key={count} scope="col">
                  {say(`partners.month.${count}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fit.months.slice(0, first + 1).map((one) => (
              <tr key={one.month}>
                <th scope="row">{monthOf(say.lang, one.month)}</th>
                {monthCounts.map((count) => (
                  <td key={count}>{one[count]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
