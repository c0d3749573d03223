import { useState } from 'preact/hooks';
import { writeToPerson as send } from '../../features/desk/api.ts';
import { writeToPerson, written, type DeskDrafts } from '../../features/desk/model.ts';
import { TextDialog } from '../../ui/TextDialog.tsx';
import { useSay } from '../../ui/words.tsx';
import { useDeal } from './useDeal.ts';

interface Props {
  person: string;
  name: string;
  drafts: DeskDrafts;
}

/** Mails a few words to somebody at my desks, whose address nobody sees. */
export function WriteTo({ person, name, drafts }: Props) {
  const say = useSay();
  const deal = useDeal();
  const draft = `write/${person}`;
  const [writing, setWriting] = useState(false);
  // Closing the dialog throws nothing away.
  const [typed, setTyped] = useState(drafts[draft]?.message ?? '');
  return (
    <>
      <p>
        <button type="button" class="link" onClick={() => setWriting(true)}>
          {say('desk.write', { name })}
        </button>
      </p>
      {writing && (
        <TextDialog
          title={say('desk.write.title', { name })}
          name="message"
          label="desk.write.label"
          hint="desk.write.hint"
          button="desk.write.send"
          max={written.max}
          schema={writeToPerson}
          draft={draft}
          start={typed}
          typed={setTyped}
          send={async (words) => {
            await deal(() => send(person, words), say('desk.written', { name }));
            setTyped('');
          }}
          close={() => setWriting(false)}
        />
      )}
    </>
  );
}
