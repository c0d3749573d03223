import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answers } from '../../features/applications/model.ts';
import type { MyApplication, Standing } from '../../features/applications/rows.ts';
import { Refusal } from '../../lib/api/answer.ts';
import { useHand } from './hand.ts';

const pause = 600;
const again = 10_000;

interface Options {
  application: MyApplication;
  /** What is typed now, as it would be stored. */
  answers: () => Answers;
  /** Takes over what another window has stored, except for these keys: they were typed here. */
  takeOver: (theirs: Answers, mine: ReadonlySet<string>) => void;
}

export interface Keeping {
  kept: 'no' | 'saving' | 'saved' | 'failed';
  /** Why the last saving failed. */
  refusal: Refusal | null;
  eligibility: Standing | null;
  elsewhere: string[];
  /** When what stands in the way may have changed. */
  fitsOn: string | null;
  /** Whether another window's answers were put together with these. */
  merged: boolean;
  /** Something was typed. */
  keep: () => void;
  /** Saves what is not saved yet. Answers why it could not, or null where everything is saved. */
  settle: () => Promise<Refusal | null>;
}

/**
 * Keeps an application on the server as it is written: a moment after the last key, when the page is left, and again as
 * soon as the network is back. Two windows are put together question by question; the one typed last counts.
 */
export function useKeeping(options: Options): Keeping {
  const { application } = options;
  const hand = useHand();
  const [kept, setKept] = useState<Keeping['kept']>('no');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [merged, setMerged] = useState(false);
  const [told, setTold] = useState(
    application as Pick<MyApplication, 'eligibility' | 'elsewhere' | 'fits_on'>,
  );
  const now = useRef(options);
  now.current = options;
  const stored = useRef(application.answers);
  const revision = useRef(application.revision);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const saving = useRef<Promise<Refusal | null>>(Promise.resolve(null));

  function arm(milliseconds: number) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), milliseconds);
  }

  /** One after the other, so that an older text never lands on a newer one. */
  function save(): Promise<Refusal | null> {
    clearTimeout(timer.current);
    saving.current = saving.current.then(async () => {
      const answers = now.current.answers();
      if (same(answers, stored.current) && told.eligibility) return null;
      setKept('saving');
      try {
        await put(answers);
        setKept('saved');
        setRefusal(null);
        return null;
      } catch (error) {
        const why = error instanceof Refusal ? error : new Refusal('something_failed');
        setKept('failed');
        setRefusal(why);
        if (mayPass(why)) arm(again);
        return why;
      }
    });
    return saving.current;
  }

  async function put(answers: Answers, tries = 3): Promise<void> {
    try {
      const saved = await hand.save(application.id, answers, revision.current);
      revision.current = saved.revision;
      stored.current = answers;
      setTold(saved);
    } catch (error) {
      if (!(error instanceof Refusal) || error.key !== 'application_changed' || tries === 0) throw error;
      await putTogether(answers);
      await put(now.current.answers(), tries - 1);
    }
  }

  async function putTogether(mine: Answers) {
    const theirs = await hand.read(application.id);
    if (theirs?.status !== 'draft') throw new Refusal('application_not_open');
    now.current.takeOver(theirs.answers, changed(stored.current, mine));
    stored.current = theirs.answers;
    revision.current = theirs.revision;
    setMerged(true);
  }

  useEffect(() => {
    const leave = () => void save();
    const hide = () => document.visibilityState === 'hidden' && leave();
    addEventListener('beforeunload', leave);
    addEventListener('pagehide', leave);
    addEventListener('online', leave);
    document.addEventListener('visibilitychange', hide);
    return () => {
      removeEventListener('beforeunload', leave);
      removeEventListener('pagehide', leave);
      removeEventListener('online', leave);
      document.removeEventListener('visibilitychange', hide);
      leave();
    };
  }, [application.id]);

  const { eligibility, elsewhere, fits_on: fitsOn } = told;
  return { kept, refusal, eligibility, elsewhere, fitsOn, merged, keep: () => arm(pause), settle: save };
}

/** Whether trying once more may help. */
const mayPass = ({ key }: Refusal) => key === 'offline' || key === 'something_failed';

const same = (one: unknown, other: unknown) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

/** Objects with their keys in order: the database keeps another one. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}

/** Keys whose answers differ. */
function changed(before: Answers, after: Answers): Set<string> {
  const keys = [...Object.keys(before), ...Object.keys(after)];
  return new Set(keys.filter((key) => !same(before[key], after[key])));
}
