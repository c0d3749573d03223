import type { ComponentChildren } from 'preact';
import { emptyRow, type PageQuestion, type Row, type Typed } from '../../features/applications/model.ts';
import type { Asked } from '../../ui/Field.tsx';
import { Rows } from '../../ui/Rows.tsx';
import type { Form } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';
import { askKey, rowName } from './words.ts';

type Props = Asked<Typed> & {
  question: PageQuestion;
  /** One question of a row, as the row's own form has it. */
  children: (row: Form<Typed>, question: PageQuestion) => ComponentChildren;
};

/** A question that is answered row by row. */
export function GroupField({ question: { questions = [], max = 1 }, children, ...asked }: Props) {
  const say = useSay();
  return (
    <Rows<Typed, Row>
      {...asked}
      empty={emptyRow(questions)}
      max={max}
      rowName={(nr) => rowName(say, asked.name, nr)}
      add={say(askKey(asked.name, 'add'))}
    >
      {(row) => questions.map((one) => children(row as unknown as Form<Typed>, one))}
    </Rows>
  );
}
