import type { Preparation, Step } from '../../features/onboarding/rows.ts';
import { gates } from '../../schemas/onboarding-steps.ts';
import { dayWords } from '../../lib/dates.ts';
import { useSay } from '../../ui/words.tsx';

/** All steps of the programme: what is done, where I am, and what a coordinator does with me. */
export function Way({ preparation, at }: { preparation: Preparation; at: Step | undefined }) {
  const say = useSay();
  const { steps, done } = preparation;
  return (
    <aside class="beside" aria-labelledby="way">
      <h2 id="way">{say('ready.way')}</h2>
      <ol class="ready-way plain">
        {steps.map((step) => {
          const on = done[step];
          const gate = gates.some((one) => one === step);
          return (
            <li
              key={step}
              class={on ? 'done' : step === at ? 'now' : undefined}
              aria-current={step === at ? 'step' : undefined}
            >
              {gate || step === at ? (
                say(`ready.step.${step}`)
              ) : (
                <a href={`#${step}`}>{say(`ready.step.${step}`)}</a>
              )}
              {on && (
                <small>
                  {gate ? say('ready.way.done-on', { day: dayWords(say.lang, on) }) : say('ready.way.done')}
                </small>
              )}
              {gate && !on && <small>{say('ready.way.gate')}</small>}
            </li>
          );
        })}
      </ol>
    </aside>
  );
}
