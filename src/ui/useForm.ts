import { useRef, useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { Refusal } from '../lib/api/answer.ts';
import { problemsOf, type Problem } from './problems.ts';
import { useDraft } from './useDraft.ts';
import { useErrorTitle } from './useErrorTitle.ts';
import { useSay } from './words.tsx';

interface Options<V extends object> {
  /** Unique on the page; fields are `<id>-<name>`. */
  id: string;
  /** What the fields hold at first: a draft, a saved profile, or nothing. */
  start: V;
  schema: z.ZodMiniType;
  send: (values: V) => Promise<void>;
  /** Name under which the server keeps what was typed; absent where nothing needs keeping. */
  draft?: string;
  /** Hears every change that is typed here. */
  typed?: (values: V) => void;
  /** The field a refusal of the database is about, if it is about one. */
  fieldOf?: (refusal: string) => (keyof V & string) | undefined;
}

export interface Form<V extends object> {
  id: string;
  values: V;
  set: <K extends keyof V & string>(name: K, value: V[K]) => void;
  /** Takes over what was typed elsewhere; whoever typed it keeps it. */
  replace: (values: V) => void;
  /** Keeps what is typed once more, after keeping it failed. */
  keepAgain: () => void;
  problems: Problem[];
  refusal: Refusal | null;
  busy: boolean;
  /** How the draft is doing. */
  kept: 'no' | 'saving' | 'saved' | 'failed';
  /** Counts tries that were refused, so that the summary takes the focus each time. */
  refusedTries: number;
  submit: (event: Event) => Promise<void>;
}

/** One hook for every form: values in, problems by field out, drafts on the server, one sending at a time. */
export function useForm<V extends object>(options: Options<V>): Form<V> {
  const { id, start, schema, send, draft, typed, fieldOf } = options;
  const say = useSay();
  const [values, setValues] = useState(start);
  // Two fields set in one go must not undo each other.
  const latest = useRef(start);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusedTries, countRefused] = useState(0);
  const running = useRef(false);
  const { kept, keep, sendWith } = useDraft(draft);

  useErrorTitle(problems.length > 0 || refusal !== null);

  function set<K extends keyof V & string>(name: K, value: V[K]) {
    const next = { ...latest.current, [name]: value };
    replace(next);
    keep(next);
    typed?.(next);
    // A problem that is repaired goes away at once; new ones wait until the next try.
    if (problems.some((problem) => problem.field === name)) {
      const still = problemsOf(schema, next).some((problem) => problem.field === name);
      if (!still) setProblems(problems.filter((problem) => problem.field !== name));
    }
  }

  function replace(next: V) {
    latest.current = next;
    setValues(next);
  }

  async function submit(event: Event) {
    event.preventDefault();
    if (running.current) return;
    // What was set last, also where it is not painted yet.
    const said = latest.current;
    const found = problemsOf(schema, said);
    setProblems(found);
    setRefusal(null);
    if (found.length > 0) return countRefused((tries) => tries + 1);
    running.current = true;
    setBusy(true);
    try {
      await sendWith(() => send(said));
    } catch (error) {
      refuse(error instanceof Refusal ? error : new Refusal('something_failed'));
      countRefused((tries) => tries + 1);
      keep(latest.current);
    } finally {
      running.current = false;
      setBusy(false);
    }
  }

  function refuse(answer: Refusal) {
    const field = fieldOf?.(answer.key);
    const key = `refusal.${answer.key}`;
    if (field && say.has(key)) setProblems([{ field, key, params: answer.params }]);
    else setRefusal(answer);
  }

  const keepAgain = () => keep(latest.current);
  return { id, values, set, replace, keepAgain, problems, refusal, busy, kept, refusedTries, submit };
}
