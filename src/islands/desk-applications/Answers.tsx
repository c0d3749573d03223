import { useMemo } from 'preact/hooks';
import { answerSteps, type AnswerLine } from '../../features/applications/answers.ts';
import type { Application } from '../../features/applications/desk-model.ts';
import { useSay, type Key } from '../../ui/words.tsx';
import { useAnswerNames } from './useAnswerNames.ts';

/** Everything she wrote, with the questions of the form as she saw it. */
export function Answers({ one }: { one: Application }) {
  const say = useSay();
  const names = useAnswerNames();
  const steps = useMemo(
    () => answerSteps(one.definition, one.answers, say.lang, names),
    [one.definition, one.answers, say.lang],
  );
  return (
    <section class="applications-answers" aria-labelledby="answers-title">
      <h3 id="answers-title">{say('application-desk.answers', { name: one.name })}</h3>
      {steps.map(({ key, title, lines }) => (
        <section key={key}>
          <h4>{title}</h4>
          {key === 'life' && <p class="desk-aside">{say('application-desk.life')}</p>}
          <dl>
            {lines.map((line) => (
              <Line key={line.key} line={line} answer={one.answers[line.key]} />
            ))}
          </dl>
        </section>
      ))}
    </section>
  );
}

function Line({ line: { key, label, said, long }, answer }: { line: AnswerLine; answer: unknown }) {
  const say = useSay();
  const hint = `application-desk.${key}.${String(answer)}`;
  return (
    <div>
      <dt>{label}</dt>
      <dd class={long ? 'desk-about' : undefined} dir="auto">
        {said.length > 1 ? (
          <ul>
            {said.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        ) : (
          said[0]
        )}
        {say.has(hint) && <p class="desk-aside">{say(hint as Key)}</p>}
      </dd>
    </div>
  );
}
