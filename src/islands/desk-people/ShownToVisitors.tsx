import { useState } from 'preact/hooks';
import { allowIntroduction, stopIntroduction } from '../../features/desk/api.ts';
import { writeToPerson, written } from '../../features/desk/model.ts';
import type { ShownIntroduction } from '../../features/desk/people-model.ts';
import { TextDialog } from '../../ui/TextDialog.tsx';
import { useVerb, VerbButton } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';
import { useDeal } from '../desk/useDeal.ts';

interface Props {
  person: string;
  name: string;
  introduction: ShownIntroduction;
}

/** What visitors read of a mentor, and taking it out with a reason; what was taken out, and letting her show it again. */
export function ShownToVisitors({ person, name, introduction: { words, stopped } }: Props) {
  const say = useSay();
  const deal = useDeal();
  const allow = useVerb();
  const [stopping, setStopping] = useState(false);
  return (
    <section>
      <h4>{say(stopped ? 'desk-people.introduction.stopped' : 'desk-people.introduction')}</h4>
      <p class="desk-about" dir="auto">
        {words}
      </p>
      {stopped ? (
        <VerbButton
          label="desk-people.introduction.allow"
          about={name}
          quiet
          state={allow}
          press={() =>
            void allow.run(() =>
              deal(() => allowIntroduction(person), say('desk-people.introduction.allow.done', { name })),
            )
          }
        />
      ) : (
        <button type="button" class="button quiet" onClick={() => setStopping(true)}>
          {say('desk-people.introduction.stop')}
          <span class="visually-hidden"> {name}</span>
        </button>
      )}
      {stopping && (
        <TextDialog
          title={say('desk-people.introduction.stop.title', { name })}
          name="message"
          label="desk-people.introduction.stop.label"
          hint="desk-people.introduction.stop.hint"
          button="desk-people.introduction.stop.send"
          max={written.max}
          schema={writeToPerson}
          send={(message) =>
            deal(() => stopIntroduction(person, message), say('desk-people.introduction.stop.done', { name }))
          }
          close={() => setStopping(false)}
        />
      )}
    </section>
  );
}
