import { useRef, useState } from 'preact/hooks';
import type { Looked } from '../../features/imports/model.ts';
import { csvOf } from '../../lib/imports/problems.ts';
import type { Problem } from '../../lib/imports/rows.ts';
import { problemWords, type SayImport } from '../../lib/imports/words.ts';
import { useSay } from '../../ui/words.tsx';
import { saveFile } from './save-file.ts';

const size = 50;

/** Every problem by row and column, with what helps; fifty at a time, or all of them as a list to work through. */
export function Problems({ looked: { problems, mapping } }: { looked: Looked }) {
  const say = useSay();
  const [from, setFrom] = useState(0);
  const title = useRef<HTMLHeadingElement>(null);
  const to = Math.min(from + size, problems.length);
  const words = (problem: Problem) => problemWords(say as SayImport, mapping, problem);
  const turn = (next: number) => {
    setFrom(next);
    title.current?.focus();
  };
  const save = () => {
    const head = [
      'imports.list.row',
      'imports.list.column',
      'imports.list.problem',
      'imports.list.help',
    ] as const;
    const rows = problems.map((problem) => {
      const { column, what, help } = words(problem);
      return [problem.row, column, what, help];
    });
    saveFile(say('imports.look.download.name'), csvOf([head.map((key) => say(key)), ...rows]));
  };
  return (
    <section class="import-problems" aria-labelledby="import-problems">
      <h3 id="import-problems" ref={title} tabIndex={-1}>
        {say('imports.look.problems')}
      </h3>
      <p class="hint" role="status">
        {say('imports.look.page', { from: from + 1, to, all: problems.length })}
      </p>
      <ol class="plain">
        {problems.slice(from, to).map((problem, nr) => {
          const { column, what, help } = words(problem);
          return (
            <li key={from + nr}>
              <strong>{say('imports.look.row', { row: problem.row })}</strong>
              <span>
                <b dir="auto">{column}</b>
                {` · ${what} `}
                <span class="soft">{help}</span>
              </span>
            </li>
          );
        })}
      </ol>
      <p class="links">
        {from > 0 && (
          <button type="button" class="link" onClick={() => turn(from - size)}>
            {say('imports.look.before')}
          </button>
        )}
        {to < problems.length && (
          <button type="button" class="link" onClick={() => turn(from + size)}>
            {say('imports.look.next')}
          </button>
        )}
        <button type="button" class="link" onClick={save}>
          {say('imports.look.download')}
        </button>
      </p>
    </section>
  );
}
