import type { Part } from '../../schemas/form.ts';
import { path } from '../../lib/urls.ts';
import { useSay } from '../../ui/words.tsx';

const pages = {
  mentee: [
    ['plan', 'modules/your-plan'],
    ['cv', 'modules/your-cv'],
    ['first-hour', 'handbook/the-first-hour'],
  ],
  mentor: [
    ['task', 'handbook/your-task-and-its-limits'],
    ['listening', 'handbook/listening-and-asking'],
    ['first-hour', 'handbook/the-first-hour'],
  ],
} as const;

/** Good things to do while one waits. */
export function Meanwhile({ part }: { part: Part }) {
  const say = useSay();
  return (
    <details class="meanwhile">
      <summary>{say('applications.meanwhile')}</summary>
      <ul>
        {pages[part].map(([what, to]) => (
          <li key={what}>
            <a href={path(say.lang, ...to.split('/'))}>{say(`applications.meanwhile.${what}`)}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}
