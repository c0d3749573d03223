import { useRef, useState } from 'preact/hooks';
import type { Refusal } from '../../lib/api/answer.ts';
import { isAbout } from '../../features/applications/problems.ts';
import type { Problem } from '../../ui/problems.ts';
import type { Form } from '../../ui/useForm.ts';
import { useErrorTitle } from '../../ui/useErrorTitle.ts';

interface Options<V extends object> {
  /** Unique on the page; fields are `<id>-<name>`. */
  id: string;
  start: V;
  /** What has to be put right in these values. */
  check: (values: V) => Problem[];
  /** Hears what is typed. */
  typed?: (values: V) => void;
  /** Goes on with values that are right. */
  next: (values: V) => void;
}

/** Fields without a verb of their own: a page of a form that is kept elsewhere. The rest is as in `useForm`. */
export function useFields<V extends object>({
  id,
  start,
  check,
  typed,
  next,
}: Options<V>): Form<V> & {
  clear: () => void;
  latest: () => V;
} {
  const [values, setValues] = useState(start);
  const latest = useRef(start);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [refusedTries, countRefused] = useState(0);
  useErrorTitle(problems.length > 0);

  function replace(now: V) {
    latest.current = now;
    setValues(now);
  }
  function set<K extends keyof V & string>(name: K, value: V[K]) {
    const now = { ...latest.current, [name]: value };
    replace(now);
    typed?.(now);
    // A problem that is repaired goes away at once; new ones wait until the next try.
    if (!problems.some((problem) => isAbout(problem, name))) return;
    const still = check(now);
    setProblems(
      problems.filter((one) => !isAbout(one, name) || still.some(({ field }) => field === one.field)),
    );
  }
  function submit(event: Event) {
    event.preventDefault();
    const found = check(latest.current);
    setProblems(found);
    if (found.length > 0) countRefused((tries) => tries + 1);
    else next(latest.current);
    return Promise.resolve();
  }
  return {
    id,
    values,
    set,
    replace,
    submit,
    problems,
    refusedTries,
    clear: () => setProblems([]),
    latest: () => latest.current,
    keepAgain: () => typed?.(latest.current),
    refusal: null as Refusal | null,
    busy: false,
    kept: 'no',
  };
}
