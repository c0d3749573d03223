import { useSay } from '../../ui/words.tsx';
import { Finish } from './Finish.tsx';
import type { StepProps } from './Going.tsx';

/** What one gets access to, and when somebody asks how it goes. */
export function AccessStep({ preparation, programme, next }: StepProps) {
  const say = useSay();
  const meeting = preparation.part === 'mentor' ? 'asked' : programme.self ? 'find' : 'looks';
  return (
    <>
      <ul class="way-on">
        {(['coordinator', meeting, 'reading', 'page'] as const).map((line) => (
          <li key={line}>{say(`ready.access.${line}`)}</li>
        ))}
      </ul>
      <h3>{say('ready.access.follow')}</h3>
      <dl class="plan">
        {programme.follow.flatMap(({ when, what }) => [
          <dt key={when}>{when}</dt>,
          <dd key={`${when}-what`}>{what}</dd>,
        ])}
      </dl>
      <Finish preparation={preparation} step="access" next={next} />
    </>
  );
}
