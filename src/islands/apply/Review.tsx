import { useEffect, useRef, useState } from 'preact/hooks';
import type { PageStep, Typed } from '../../features/applications/model.ts';
import { isAbout, problemsIn } from '../../features/applications/problems.ts';
import { maySend } from '../../features/applications/rounds.ts';
import type { Standing } from '../../features/applications/rows.ts';
import { unmetIn } from '../../features/applications/rules.ts';
import { list } from '../../i18n/format.ts';
import type { Refusal } from '../../lib/api/answer.ts';
import { useVerb, VerbButton } from '../../ui/Verb.tsx';
import { useSay, type Key } from '../../ui/words.tsx';
import { useHand } from './hand.ts';
import { saidWords } from './said.ts';
import { SendRound } from './SendRound.tsx';
import type { Applying } from './Steps.tsx';
import { Unmet } from './Unmet.tsx';
import { askKey, nameKey, stepKey } from './words.ts';

interface Props extends Applying {
  steps: readonly PageStep[];
  typed: Typed;
  standing: Standing | null;
  elsewhere: string[];
  fitsOn: string | null;
  settle: () => Promise<Refusal | null>;
  sent: () => Promise<void>;
  /** Goes to a step in order to come back here. */
  change: () => void;
}

/** All answers at once, each a click away from being changed; then sending. */
export function Review({ steps, settle, sent, change, ...applying }: Props) {
  const { application, typed, standing, choices, programme } = applying;
  const say = useSay();
  const hand = useHand();
  const heading = useRef<HTMLHeadingElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const [told, setTold] = useState<string[]>([]);
  const [changed, setChanged] = useState<string[]>([]);
  const verb = useVerb();
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, []);
  const asked = steps.flatMap((step) => step.questions.map((question) => ({ step: step.key, question })));
  const problems = problemsIn(
    asked.map(({ question }) => question),
    typed,
  );
  // The database has the last word: it may miss what this page does not know of.
  const missing = asked.flatMap(({ step, question }) => {
    const found = problems.find((problem) => isAbout(problem, question.key));
    const { key, params } = found ?? { key: 'form.missing', params: {} };
    return found || told.includes(question.key) ? [{ step, question, words: say(key as Key, params) }] : [];
  });
  const rules = [...new Set([...unmetIn(standing), ...changed])];
  const named = list(
    say.lang,
    changed.map((rule) => say(`apply.rule.${rule}` as Key)),
  );

  async function send() {
    if (problems.length > 0) return summary.current?.focus();
    const unsaved = await settle();
    if (unsaved) throw unsaved;
    const { missing: keys, changed: since = [] } = await hand.send(application.id);
    if (keys.length === 0 && since.length === 0) return sent();
    setTold(keys);
    setChanged(since);
    setTimeout(() => summary.current?.focus());
  }
  return (
    <section class="sheet review">
      {missing.length > 0 && (
        <div class="error-summary" role="alert" tabIndex={-1} ref={summary}>
          <h2>{say('apply.review.open')}</h2>
          <ul class="plain">
            {missing.map(({ step, question, words }) => (
              <li key={question.key}>
                <a href={`#${step}`} onClick={change}>
                  {say(nameKey(question))}: {words}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {missing.length === 0 && changed.length > 0 && (
        <div class="error-summary" role="alert" tabIndex={-1} ref={summary}>
          <h2>{say('apply.changed')}</h2>
          <p>{say('apply.changed.text', { rules: named })}</p>
        </div>
      )}
      <h2 tabIndex={-1} ref={heading}>
        {say('apply.review')}
      </h2>
      <p>{say('apply.review.lead')}</p>
      {steps.map((step) => (
        <section key={step.key}>
          <h3>
            {say(stepKey(step.key))}
            <a href={`#${step.key}`} onClick={change}>
              {say('apply.change')}
              <span class="visually-hidden">: {say(stepKey(step.key))}</span>
            </a>
          </h3>
          <dl class="answers">
            {step.questions.map((question) => {
              const said = saidWords(say, choices, question, typed[question.key]);
              return (
                <div key={question.key}>
                  <dt>{say(askKey(question.key))}</dt>
                  <dd class={said ? undefined : 'soft'} dir="auto">
                    {said || say('apply.unanswered')}
                  </dd>
                </div>
              );
            })}
          </dl>
        </section>
      ))}
      {rules.length > 0 ? (
        <Unmet {...applying} rules={rules} />
      ) : (
        standing?.open.length === 0 && <p class="all-met">{say('apply.all-met')}</p>
      )}
      <SendRound {...applying} />
      {maySend(programme.rounds, application.round) && (
        <>
          <p>{say('apply.send.text')}</p>
          <p class="buttons">
            <VerbButton label="apply.send" state={verb} press={() => void verb.run(send)} />
          </p>
        </>
      )}
    </section>
  );
}
