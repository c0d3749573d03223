import { useEffect, useRef, useState } from 'preact/hooks';
import { Around, Label, useAsked, type Asked } from './Field.tsx';
import { useSay } from './words.tsx';

export interface Findable {
  value: string;
  label: string;
  /** What else one may type, separated by spaces. */
  words: string;
}

const shownAtMost = 8;

/** One of very many: type a few letters, choose with arrows and Enter, or with a click (ARIA 1.2 combobox). */
export function Combobox<V extends object>(props: Asked<V> & { items: readonly Findable[] }) {
  const { form, name, items } = props;
  const say = useSay();
  const { id, describedBy, invalid } = useAsked(props);
  const value = String(form.values[name] ?? '');
  // What is typed stands as long as the value is what it meant; another window may have chosen something else.
  const [typed, setTyped] = useState({ words: '', value: '' });
  const text =
    typed.value === value ? typed.words : (items.find((item) => item.value === value)?.label ?? '');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const found = open ? matching(items, text).slice(0, shownAtMost) : [];

  // A field at the lower edge of a small screen would open its list out of sight.
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (found.length > 0) list.current?.scrollIntoView({ block: 'nearest' });
  }, [found.length]);

  function choose(item: Findable | undefined) {
    setOpen(false);
    if (!item) return;
    setTyped({ words: item.label, value: item.value });
    form.set(name, item.value as V[typeof name]);
  }
  function type(words: string) {
    setOpen(words.trim().length > 0);
    setAt(0);
    const exact = items.find(({ label }) => fold(label) === fold(words))?.value ?? '';
    setTyped({ words, value: exact });
    form.set(name, exact as V[typeof name]);
  }
  function pressed(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) {
        setAt(0);
        return setOpen(true);
      }
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setAt((at + step + found.length) % Math.max(1, found.length));
    } else if (event.key === 'Enter' && open && found.length > 0) {
      event.preventDefault();
      choose(found[at]);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      setOpen(false);
    }
  }

  return (
    <Around {...props} head={<Label {...props} />}>
      <div class="combobox">
        <input
          id={id}
          name={name}
          role="combobox"
          autocomplete="off"
          aria-autocomplete="list"
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={found.length > 0 ? `${id}-${at}` : undefined}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          value={text}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={pressed}
          onBlur={() => setOpen(false)}
        />
        <ul
          ref={list}
          id={`${id}-list`}
          role="listbox"
          aria-label={say(props.label)}
          hidden={found.length === 0}
        >
          {found.map((item, nr) => (
            <li
              key={item.value}
              id={`${id}-${nr}`}
              role="option"
              aria-selected={nr === at}
              // Before the field loses the focus.
              onMouseDown={(event) => {
                event.preventDefault();
                choose(item);
              }}
            >
              {item.label}
            </li>
          ))}
        </ul>
        <p class="hint" role="status">
          {open &&
            text.trim() &&
            (found.length ? say('form.found', { count: found.length }) : say('form.found-none'))}
        </p>
      </div>
    </Around>
  );
}

/** Items that have all typed words; those whose label begins with them first. */
function matching(items: readonly Findable[], typed: string): Findable[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const scored = items.flatMap((item) => {
    const label = fold(item.label);
    const all = `${label} ${fold(item.words)}`;
    if (!words.every((word) => all.includes(word))) return [];
    const score = label.startsWith(words[0] ?? '') ? 0 : words.every((word) => label.includes(word)) ? 1 : 2;
    return [{ item, score }];
  });
  return scored.sort((a, b) => a.score - b.score).map(({ item }) => item);
}

/** Lower case, without accents; æ, ø and å stay letters of their own but may be typed plainly. */
function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/ø/g, 'o').replace(/æ/g, 'ae');
}
