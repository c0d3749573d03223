import { $doing } from '../../features/applications/desk-store.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useSay } from '../../ui/words.tsx';

const keys = [
  ['j', 'next'],
  ['k', 'previous'],
  ['Enter', 'open'],
  ['d', 'decide'],
  ['i', 'invite'],
  ['a', 'ask'],
  ['n', 'notes'],
  ['c', 'concern'],
  ['Ctrl + Enter', 'send'],
  ['Esc', 'back'],
  ['?', 'help'],
] as const;

/** What the keyboard does at this desk. */
export function Keys() {
  const say = useSay();
  return (
    <Dialog title={say('application-desk.keys.title')} close={() => $doing.set(null)}>
      <p>{say('application-desk.keys.text')}</p>
      <dl class="applications-keys">
        {keys.map(([key, name]) => (
          <div key={name}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(`application-desk.key.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
