import type { PageProgramme, Typed } from '../../features/applications/model.ts';
import type { Standing } from '../../features/applications/rows.ts';
import { stateOf } from '../../features/applications/rules.ts';
import { path } from '../../lib/urls.ts';
import { useSay, type Key } from '../../ui/words.tsx';

interface Props {
  programme: PageProgramme;
  /** How the answers stand against it, as far as they are known. */
  standing?: Standing | null;
  typed?: Typed;
}

/** What the programme asks for, a rule a line; once there are answers, with how each of them stands. */
export function Asks({ programme, standing, typed }: Props) {
  const say = useSay();
  return (
    <dl class="asks">
      {programme.asks.map(({ rule, text }) => {
        const state = typed && stateOf(rule, standing ?? null, typed);
        return (
          <div key={rule} class={state}>
            <dt>{say(`apply.rule.${rule}` as Key)}</dt>
            <dd>
              {text}
              {state && <small>{say(`apply.rule.${state}`)}</small>}
            </dd>
          </div>
        );
      })}
      {programme.byPartner && (
        <div>
          <dt>{say('apply.asks.referral')}</dt>
          <dd>
            {say('apply.asks.referral.partner')}{' '}
            <a href={path(say.lang, 'refer-someone')}>{say('apply.asks.referral.how')}</a>
          </dd>
        </div>
      )}
      <div>
        <dt>{say('apply.asks.course')}</dt>
        <dd>{programme.course.join(' · ')}</dd>
      </div>
    </dl>
  );
}
