import { useState } from 'preact/hooks';
import { remindMe } from '../../features/applications/api.ts';
import { dateWords } from '../../lib/dates.ts';
import { useVerb, VerbButton } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';

interface Props {
  programme: string;
  /** The day on which the round opens. */
  opens: string;
  /** Whether I have asked for it already. */
  wanted: boolean;
}

/** One mail on the day the round opens, for whoever wants it. */
export function Remind({ programme, opens, wanted }: Props) {
  const say = useSay();
  const verb = useVerb();
  const [asked, setAsked] = useState(wanted);
  const press = () =>
    void verb.run(
      async () => {
        await remindMe(programme, !asked, say.lang);
        setAsked(!asked);
      },
      asked ? 'round.remind.stopped' : undefined,
    );
  return (
    <div class="remind">
      <p role="status">
        {asked ? say('round.reminded', { opens: dateWords(say.lang, opens) }) : say('round.remind.text')}
      </p>
      <p class="buttons">
        <VerbButton label={asked ? 'round.remind.stop' : 'round.remind'} quiet state={verb} press={press} />
      </p>
    </div>
  );
}
