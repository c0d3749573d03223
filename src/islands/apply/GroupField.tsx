import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { emptyRow, type PageQuestion, type Row, type Typed } from '../../features/applications/model.ts';
import { fieldOfRow } from '../../features/applications/problems.ts';
import { Around, useAsked, type Asked } from '../../ui/Field.tsx';
import type { Form } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';
import { askKey, rowName } from './words.ts';

type Props = Asked<Typed> & {
  question: PageQuestion;
  /** One question of a line, as the line's own form has it. */
  children: (row: Form<Typed>, question: PageQuestion) => ComponentChildren;
};

/** The same few questions line by line, as often as somebody has something to say. */
export function GroupField({ question, children, ...asked }: Props) {
  const { form, name, label, optional } = asked;
  const say = useSay();
  const { id, describedBy, invalid } = useAsked(asked);
  const [told, tell] = useState('');
  const { questions = [], max = 1 } = question;
  const rows = form.values[name] as Row[];
  const put = (next: Row[]) => form.set(name, next);
  const add = () => {
    put([...rows, emptyRow(questions)]);
    tell(say('form.row-added', { row: rowName(say, name, rows.length) }));
    focusSoon(`${form.id}-${fieldOfRow(name, rows.length, questions[0]?.key ?? '')}`);
  };
  const remove = (at: number) => {
    put(rows.filter((_, nr) => nr !== at));
    tell(say('form.row-removed', { row: rowName(say, name, at) }));
    focusSoon(`${id}-add`);
  };
  return (
    <fieldset id={id} tabIndex={-1} class="group" aria-describedby={describedBy} aria-invalid={invalid}>
      <Around
        {...asked}
        head={
          <legend>
            {say(label)} {optional && <span class="optional">{say('form.optional')}</span>}
          </legend>
        }
      >
        {rows.map((row, nr) => (
          <fieldset class="row" key={nr}>
            <legend>{rowName(say, name, nr)}</legend>
            {questions.map((one) => children(rowForm(form, name, row, nr, put), one))}
            <button type="button" class="link" onClick={() => remove(nr)}>
              {say('form.remove-row', { row: rowName(say, name, nr).toLocaleLowerCase(say.lang) })}
            </button>
          </fieldset>
        ))}
        {rows.length < max && (
          <button type="button" class="button quiet" id={`${id}-add`} onClick={add}>
            {say(askKey(name, 'add'))}
          </button>
        )}
        <p class="visually-hidden" role="status">
          {told}
        </p>
      </Around>
    </fieldset>
  );
}

/** One line as a form of its own: its fields, and what is wrong with them. */
function rowForm(
  form: Form<Typed>,
  name: string,
  row: Row,
  nr: number,
  put: (next: Row[]) => void,
): Form<Typed> {
  const rows = form.values[name] as Row[];
  const before = fieldOfRow(name, nr, '');
  const change = (to: object) => put(rows.map((one, at) => (at === nr ? { ...one, ...to } : one)));
  return {
    ...form,
    id: `${form.id}-${name}-${nr}`,
    values: row,
    set: (key, value) => change({ [key]: value }),
    replace: (values) => change(values),
    problems: form.problems
      .filter(({ field }) => field.startsWith(before))
      .map((problem) => ({ ...problem, field: problem.field.slice(before.length) })),
  };
}

/** After the next drawing, when the element is there. */
function focusSoon(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}
