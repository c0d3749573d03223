import type { Application, RuleUnmet } from '../../features/applications/desk-model.ts';
import { $doing } from '../../features/applications/desk-store.ts';
import { isOpen } from '../../features/applications/queue.ts';
import { useSay } from '../../ui/words.tsx';
import { haveWords, needWords, ruleName } from './rule-words.ts';
import { useAnswerNames } from './useAnswerNames.ts';

/** What the programme asks for, and whether she meets it. What she does not meet, a human may count as met. */
export function Rules({ one }: { one: Application }) {
  const say = useSay();
  const { met, unmet, open } = one.eligibility;
  const counted = one.overrides;
  const plain = met.filter((rule) => !counted.some((override) => override.rule === rule));
  const named = (rules: string[]) => rules.map((rule) => ruleName(say, rule)).join(', ');
  return (
    <section class="applications-rules" aria-labelledby="rules-title">
      <h3 id="rules-title">{say('application-desk.rules')}</h3>
      <ul class="plain">
        {unmet.map((rule) => (
          <Unmet key={rule.rule} one={one} rule={rule} />
        ))}
        {open.length > 0 && (
          <li>
            <Mark kind="open" /> <strong>{say('application-desk.rule-open')}</strong> {named(open)}
          </li>
        )}
        {counted.map(({ rule, reason, at }) => (
          <li key={`${rule} ${at}`}>
            <Mark kind="counted" /> <strong>{ruleName(say, rule)}</strong>{' '}
            {say(rule === 'order' ? 'application-desk.rule-out-of-order' : 'application-desk.rule-counted', {
              reason,
            })}
          </li>
        ))}
        {plain.length > 0 && (
          <li>
            <Mark kind="met" /> <strong>{say('application-desk.rule-met')}</strong> {named(plain)}
          </li>
        )}
      </ul>
    </section>
  );
}

function Unmet({ one, rule }: { one: Application; rule: RuleUnmet }) {
  const say = useSay();
  const names = useAnswerNames();
  const name = ruleName(say, rule.rule);
  return (
    <li class="unmet">
      <p>
        <Mark kind="unmet" /> <strong>{say('application-desk.rule-unmet', { rule: name })}</strong>{' '}
        {needWords(say, rule, names)}{' '}
        {say('application-desk.have', { have: haveWords(say, one, rule, names) })}
      </p>
      {isOpen(one.status) && (
        <button type="button" class="link" onClick={() => $doing.set(`override/${rule.rule}`)}>
          {say('application-desk.override')}
          <span class="visually-hidden"> {name}</span>
        </button>
      )}
    </li>
  );
}

const shapes = {
  met: 'M3 9l4 4 7-9',
  counted: 'M3 9l4 4 7-9',
  unmet: 'M8 3v7M8 13v.5',
  open: 'M3 8h10',
};
/** A shape of its own for each, so that the colour says nothing alone. The words beside it say the same. */
function Mark({ kind }: { kind: keyof typeof shapes }) {
  return (
    <svg class={`mark ${kind}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={shapes[kind]} />
    </svg>
  );
}
