import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Group, type Asked } from './Field.tsx';
import { focusSoon } from './focus.ts';
import type { Form } from './useForm.ts';
import { useSay } from './words.tsx';

type Props<V extends object, R extends object> = Asked<V> & {
  /** A row nobody has written in; its first field takes the focus. */
  empty: R;
  max: number;
  /** “Job 2”, counted from 0. */
  rowName: (nr: number) => string;
  /** What the button says that adds a row. */
  add: string;
  /** The fields of one row. */
  children: (row: Form<R>) => ComponentChildren;
};

/** The same few fields row by row, as often as somebody has something to say. */
export function Rows<V extends object, R extends object>(props: Props<V, R>) {
  const { form, name, empty, max, rowName, children } = props;
  const id = `${form.id}-${name}`;
  const say = useSay();
  const [told, tell] = useState('');
  const rows = form.values[name] as R[];
  const keys = useRowKeys(rows.length);
  const put = (next: R[]) => form.set(name, next as V[typeof name]);
  const add = () => {
    put([...rows, empty]);
    tell(say('form.row-added', { row: rowName(rows.length) }));
    focusSoon(`${id}-${rows.length}-${Object.keys(empty)[0]}`);
  };
  const remove = (at: number) => {
    keys.remove(at);
    put(rows.filter((_, nr) => nr !== at));
    tell(say('form.row-removed', { row: rowName(at) }));
    focusSoon(`${id}-add`);
  };
  return (
    <Group {...props}>
      {rows.map((row, nr) => (
        <fieldset class="row" key={keys.of[nr]}>
          <legend>{rowName(nr)}</legend>
          {children(rowForm(form, name, row, nr, put))}
          <button type="button" class="link" onClick={() => remove(nr)}>
            {say('form.remove-row', { row: rowName(nr).toLocaleLowerCase(say.lang) })}
          </button>
        </fieldset>
      ))}
      {rows.length < max && (
        <button type="button" class="button quiet" id={`${id}-add`} onClick={add}>
          {props.add}
        </button>
      )}
      <p class="visually-hidden" role="status">
        {told}
      </p>
    </Group>
  );
}

/** A key for each row that stays with it when another one goes: fields remember what was typed in them. */
function useRowKeys(count: number): { of: number[]; remove: (at: number) => void } {
  const next = useRef(0);
  const of = useRef<number[]>([]).current;
  while (of.length < count) of.push(next.current++);
  of.length = count;
  return { of, remove: (at) => void of.splice(at, 1) };
}

/** One row as a form of its own: its fields, and what is wrong with them. */
function rowForm<V extends object, R extends object>(
  form: Form<V>,
  name: keyof V & string,
  row: R,
  nr: number,
  put: (next: R[]) => void,
): Form<R> {
  const before = `${name}-${nr}-`;
  const change = (to: object) =>
    put((form.values[name] as R[]).map((one, at) => (at === nr ? { ...one, ...to } : one)));
  return {
    ...form,
    id: `${form.id}-${name}-${nr}`,
    values: row,
    set: (key, value) => change({ [key]: value }),
    replace: change,
    problems: form.problems
      .filter(({ field }) => field.startsWith(before))
      .map((problem) => ({ ...problem, field: problem.field.slice(before.length) })),
  };
}
