import { useRef } from 'preact/hooks';
import { doings, type Doing } from '../../features/desk/people-model.ts';
import { $finding, look } from '../../features/desk/people-store.ts';
import { useSay } from '../../ui/words.tsx';

/** By name, and by what somebody is in. A choice works at once, a name when it is sent. */
export function Find() {
  const say = useSay();
  const words = useRef<HTMLInputElement>(null);
  const doing = useRef<HTMLSelectElement>(null);
  const { words: typed, doing: chosen } = $finding.get();
  function find() {
    look({
      words: words.current?.value.trim() ?? '',
      doing: (doing.current?.value ?? '') as Doing | '',
      pages: [],
    });
  }
  return (
    <form
      class="people-find"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        find();
      }}
    >
      <p>
        <label for="people-words">{say('desk-people.words')}</label>
        <input id="people-words" type="search" maxLength={80} dir="auto" defaultValue={typed} ref={words} />
      </p>
      <p>
        <label for="people-doing">{say('desk-people.doing')}</label>
        <select id="people-doing" ref={doing} onChange={find}>
          <option value="">{say('desk-people.doing.any')}</option>
          {doings.map((one) => (
            <option key={one} value={one} selected={one === chosen}>
              {say(`desk-people.doing.${one}`)}
            </option>
          ))}
        </select>
      </p>
      <button type="submit" class="button">
        {say('desk-people.find')}
      </button>
    </form>
  );
}
