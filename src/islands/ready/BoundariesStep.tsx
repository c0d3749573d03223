import { path } from '../../lib/urls.ts';
import { useSay } from '../../ui/words.tsx';
import { Finish } from './Finish.tsx';
import type { StepProps } from './Going.tsx';

const lines = ['job', 'others', 'private', 'money', 'stop'] as const;

/** What belongs to the task and what does not, for my part and in this programme. */
export function BoundariesStep({ preparation, programme, next }: StepProps) {
  const say = useSay();
  const { part } = preparation;
  return (
    <>
      <ul class="way-on">
        {lines.map((line) => (
          <li key={line}>{say(`ready.boundaries.${part}.${line}`)}</li>
        ))}
      </ul>
      <p>
        <a href={`${path(say.lang, 'my')}#coordinator`}>{say('ready.boundaries.coordinator')}</a>
      </p>
      {part === 'mentee' && (
        <>
          <h3>{say('ready.boundaries.programme')}</h3>
          <ul class="way-on">
            {programme.limits.map((limit) => (
              <li key={limit}>{limit}</li>
            ))}
          </ul>
        </>
      )}
      <Finish preparation={preparation} step="boundaries" label="ready.boundaries.agree" next={next} />
    </>
  );
}
