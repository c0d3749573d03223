import { useState } from 'preact/hooks';
import { remindMe, remindWhenItFits } from '../../features/applications/api.ts';
import { dateWords } from '../../lib/dates.ts';
import { useVerb, VerbButton } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';

interface Props {
  /** The application that does not fit yet; absent where the wish alone is left. */
  application?: string;
  programme: string;
  /** The day on which it is worth to look again; null where waiting changes nothing. */
  on: string | null;
  /** The day on which we write, where I have asked for it. */
  wanted: string | undefined;
}

/** One mail on the day it may fit, for whoever wants it. Nothing where waiting changes nothing. */
export function Later({ application, programme, on, wanted }: Props) {
  const say = useSay();
  const verb = useVerb();
  const [asked, setAsked] = useState(wanted ?? null);
  if (!asked && !(application && on)) return null;
  const press = () =>
    void verb.run(
      async () => {
        if (!asked) return setAsked(await remindWhenItFits(application ?? '', say.lang));
        await remindMe(programme, false, say.lang);
        setAsked(null);
      },
      asked ? 'apply.later.stopped' : undefined,
    );
  const day = dateWords(say.lang, asked ?? on ?? '');
  return (
    <div class="later">
      <p role="status">
        {asked ? (
          say('apply.later.asked', { day })
        ) : (
          <>
            <strong>{say('apply.later')}</strong> {say('apply.later.text', { day })}
          </>
        )}
      </p>
      <p class="buttons">
        <VerbButton label={asked ? 'apply.later.stop' : 'apply.later.ask'} quiet state={verb} press={press} />
      </p>
    </div>
  );
}
